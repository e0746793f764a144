import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { QuizQuestion } from '../../src/library/quiz-question.ts';
import { runImportCommand } from '../../src/quiz-import/import-command.ts';
import { localDate } from '../../src/time/local-date.ts';

/** An editor's folder, new for each test, with one question in its content and files to import beside it. */
export interface ImportStage {
  folder(): string;
  content(): string;
  /** Writes a file of the folder; its path. */
  put(file: string, bytes: string | Uint8Array): Promise<string>;
  /** Runs `npm run content -- import` with these words, on 2026-11-20. */
  run(...words: string[]): ReturnType<typeof runImportCommand>;
  /** The questions of the content, which holds no errors. */
  bank(): Promise<readonly QuizQuestion[]>;
  /** Everything under the content folder, to see that nothing has changed. */
  snapshot(): Promise<Record<string, string>>;
}

export function importStage(): ImportStage {
  let folder: string;
  const content = (): string => join(folder, 'content');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    await Promise.all(
      ['study', 'calendar', 'quiz'].map((name) => mkdir(join(content(), name), { recursive: true })),
    );
    await put('content/quiz/01-旧题.yaml', oldBank);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function put(file: string, bytes: string | Uint8Array): Promise<string> {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    return path;
  }

  return {
    folder: () => folder,
    content,
    put,
    run: (...words) => runImportCommand(words, content(), localDate(2026, 11, 20)),
    async bank() {
      const { library, problems } = await loadLibrary(content());
      expect(problems.filter(({ weight }) => weight === 'error')).toEqual([]);
      return library.quizQuestions;
    },
    async snapshot() {
      const entries = await readdir(content(), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const texts: Record<string, string> = {};
      for (const file of files) texts[file] = await readFile(file, 'utf8');
      return texts;
    },
  };
}

export const oldBank = `# 旧题，别动
- id: old-1   # 注释
  type: judge
  ask: 党支部书记每年要向上级党组织述职。
  answer: 对
  because: 条例第二十七条。
  source: 支部工作条例（试行）第二十七条
  tags: [述职]
  asOf: 2026-01-01
`;
