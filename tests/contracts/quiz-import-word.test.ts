import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { runImportCommand } from '../../src/quiz-import/import-command.ts';
import { localDate } from '../../src/time/local-date.ts';

let directory: string;
let content: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'import-word-'));
  content = join(directory, 'content');
  await Promise.all(
    ['study', 'calendar', 'quiz'].map((name) => mkdir(join(content, name), { recursive: true })),
  );
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** Lists as Word makes them by itself: questions, and choices that begin with A again below each. */
const numbering = {
  config: [
    {
      reference: 'part',
      levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }],
    },
    {
      reference: 'question',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1．' },
        { level: 1, format: LevelFormat.UPPER_LETTER, text: '%2.' },
      ],
    },
  ],
};

async function importWord(...children: readonly (Paragraph | Table)[]) {
  const document = new Document({ numbering, sections: [{ children: [...children] }] });
  const file = join(directory, '题库.docx');
  await writeFile(file, await Packer.toBuffer(document));
  return runImportCommand([file], content, localDate(2026, 11, 20));
}

function listed(reference: string, level: number, ...children: readonly (string | TextRun)[]): Paragraph {
  return new Paragraph({
    numbering: { reference, level },
    children: children.map((child) => (typeof child === 'string' ? new TextRun(child) : child)),
  });
}

async function bank() {
  const { library, problems } = await loadLibrary(content);
  expect(problems.filter(({ weight }) => weight === 'error')).toEqual([]);
  return library.quizQuestions;
}

describe('npm run content -- import of a Word document', () => {
  it('reads the numbers and letters that Word puts before its paragraphs', async () => {
    const { exitCode } = await importWord(
      new Paragraph('党建题库'),
      listed('part', 0, '单选题（每题2分）'),
      listed('question', 0, '多久开一次党员大会？（ B ）'),
      listed('question', 1, '每月'),
      listed('question', 1, '每季度'),
      new Paragraph('解析：条例第十一条。'),
      new Paragraph('出处：条例第十一条'),
      listed('question', 0, '多久开一次支委会？'),
      listed('question', 1, '每月'),
      listed('question', 1, '每季度'),
      new Paragraph('答案：A'),
      new Paragraph('解析：条例第十二条。'),
      new Paragraph('出处：条例第十二条'),
    );
    expect(exitCode).toBe(0);
    expect((await bank()).map(({ ask, answer }) => [ask, answer])).toEqual([
      ['多久开一次党员大会？', ['B']],
      ['多久开一次支委会？', ['A']],
    ]);
  });

  it('reads tabs, breaks, and underlined gaps', async () => {
    await importWord(
      new Paragraph('一、单选题'),
      new Paragraph({
        children: [new TextRun('1. 多久一次？'), new TextRun({ break: 1, text: 'A.每月\tB.每季度' })],
      }),
      new Paragraph('答案：B 解析：甲。 出处：乙'),
      new Paragraph('二、填空题'),
      new Paragraph({
        children: [
          new TextRun('1. 不少于'),
          new TextRun({ text: '      ', underline: {} }),
          new TextRun({ text: '\t', underline: {} }),
          new TextRun('学时。'),
        ],
      }),
      new Paragraph('答案：32 解析：甲。 出处：乙'),
    );
    expect((await bank()).map(({ type, ask }) => [type, ask])).toEqual([
      ['single', '多久一次？'],
      ['fill', '不少于____学时。'],
    ]);
  });

  it('reads a table, one question a row', async () => {
    const rows = [
      ['题型', '题干', 'A', 'B', '答案', '解析', '出处'],
      ['单选', '多久开一次党员大会？', '每月', '每季度', 'B', '甲', '乙'],
      ['判断', '党费可以垫交。', '', '', '错', '甲', '乙'],
    ];
    const { exitCode } = await importWord(
      new Paragraph('党建题库'),
      new Table({
        rows: rows.map(
          (row) =>
            new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
        ),
      }),
    );
    expect(exitCode).toBe(0);
    expect((await bank()).map(({ answer }) => answer)).toEqual([['B'], '错']);
  });

  it('says how it counts the lines of what is wrong', async () => {
    const { lines } = await importWord(new Paragraph(''), new Paragraph('1. 题干'));
    expect(lines.slice(0, 2)).toEqual([
      '提示：第 1 行：Word 文档里一段算一行，空的段落也算；表格里一行算一行。',
      '第 2 行：缺少答案，例如：答案：B',
    ]);
  });

  it.each([
    ['a text', Buffer.from('1. 题干')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of an archive', Buffer.from([0x50, 0x4b, 3, 4])],
    ['an empty archive', Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)])],
  ])('is not misled by %s', async (_, bytes) => {
    const file = join(directory, '坏.docx');
    await writeFile(file, bytes);
    const { lines, exitCode } = await runImportCommand([file], content, localDate(2026, 11, 20));
    expect(exitCode).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^这个 Word 文件打不开/)]);
  });
});
