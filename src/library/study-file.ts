import { splitFrontMatter } from './front-matter.ts';
import { unsupportedMarkdown } from './markdown.ts';
import { adviceAt, errorAt, type Checked, type ProblemInFile } from './problem.ts';
import { studyFrontMatter } from './study-front-matter.ts';
import type { StudyItem } from './study-item.ts';
import { summarise } from './summary.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** An item as its file gives it. */
export interface StudyFile {
  readonly item: StudyItem;
  /** Where its id stands. */
  readonly idLine: number;
  readonly advice: readonly ProblemInFile[];
}

/**
 * A message holds 2,048 bytes of Markdown (protocol §4.2.1), and title and source stand around the body.
 * A longer body is sent in parts.
 */
const comfortableBody = 1900;

/** Reads one file of `study/`; all problems of the front matter and of the body are told together. */
export function readStudyFile(text: string, file: string): Checked<StudyFile> {
  const parts = splitFrontMatter(text);
  if (parts.problems !== undefined) return parts;

  const { yaml, yamlLine, body, bodyLine } = parts.value;
  const source = readYaml(yaml, yamlLine);
  const frontMatter = source.problems === undefined ? validateYaml(studyFrontMatter, source.value) : source;
  const problems = [...(frontMatter.problems ?? []), ...problemsOfBody(body, bodyLine)];
  if (frontMatter.problems !== undefined || source.problems !== undefined || problems.length > 0) {
    return { problems };
  }

  const { on, expires, ...values } = frontMatter.value;
  return {
    value: {
      item: {
        ...values,
        ...(on === undefined ? {} : { on }),
        ...(expires === undefined ? {} : { expires }),
        track: trackOf(file),
        summary: summarise(body),
        body: body.trim(),
        file,
      },
      idLine: source.value.lineOf(['id']),
      advice: adviceOnBody(body, bodyLine),
    },
  };
}

function problemsOfBody(body: string, firstLine: number): ProblemInFile[] {
  if (body.trim() === '') return [errorAt(firstLine, '正文是空的，请在第二行 --- 下面写内容。')];
  return unsupportedMarkdown(body, firstLine);
}

function adviceOnBody(body: string, firstLine: number): ProblemInFile[] {
  const bytes = Buffer.byteLength(body.trim());
  if (bytes <= comfortableBody) return [];
  const characters = Math.ceil((bytes - comfortableBody) / 3);
  return [
    adviceAt(
      firstLine,
      `正文有 ${bytes} 字节，一条消息放不下，会分两条发；少写约 ${characters} 个字就够了。`,
    ),
  ];
}

/** `study/01-组织生活/02-….md` belongs to 组织生活. */
function trackOf(file: string): string {
  const folder = file.split('/').at(-2) ?? '';
  return folder.replace(/^\d+[-_. ]*(?=.)/, '');
}
