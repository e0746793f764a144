import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { writeXlsx, type CellValue, type ColumnDef } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { runImportCommand } from '../../src/quiz-import/import-command.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);
let directory: string;
let content: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'import-'));
  content = join(directory, 'content');
  await Promise.all(
    ['study', 'calendar', 'quiz'].map((name) => mkdir(join(content, name), { recursive: true })),
  );
  await put('content/quiz/01-旧题.yaml', oldBank);
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const oldBank = `# 旧题，别动
- id: old-1   # 注释
  type: judge
  ask: 党支部书记每年要向上级党组织述职。
  answer: 对
  because: 条例第二十七条。
  source: 支部工作条例（试行）第二十七条
  tags: [述职]
  asOf: 2026-01-01
`;

async function put(file: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(directory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

async function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  columns: ColumnDef[] = [],
): Promise<string> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => [...row]),
      columns,
    })),
  });
  return put('题库.xlsx', bytes);
}

function run(...words: string[]) {
  return runImportCommand(words, content, today);
}

async function bank() {
  const { library, problems } = await loadLibrary(content);
  expect(problems.filter(({ weight }) => weight === 'error')).toEqual([]);
  return library.quizQuestions;
}

/** Everything under the content folder, to see that nothing has changed. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts: Record<string, string> = {};
  for (const file of files) texts[file] = await readFile(file, 'utf8');
  return texts;
}

const text = `一、单选题
1. 党支部党员大会一般每（ B ）召开一次。
A. 月  B. 季度  C. 半年
解析：条例第十一条：一般每季度 1 次。
出处：支部工作条例（试行）第十一条
二、判断题
1. 党组织可以先替党员垫交党费。
答案：×
解析：规定第十四条：不垫交。
出处：党费规定第十四条
标签：党费
`;

describe('npm run content -- import of a text', () => {
  it('writes the questions to a bank file of the same name, which then loads', async () => {
    const file = await put('三会一课.txt', text);
    const { lines, exitCode } = await run(file);
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^＋ shyk-[a-z0-9]{5}　单选　党支部党员大会一般每（　）召开一次。　答案：B$/),
      expect.stringMatching(/^＋ shyk-[a-z0-9]{5}　判断　党组织可以先替党员垫交党费。　答案：错$/),
      `已写入 ${join(content, 'quiz/三会一课.yaml')}：2 道题。助手重新启动以后生效。`,
    ]);
    expect((await bank()).slice(1)).toMatchObject([
      { type: 'single', answer: ['B'], tags: ['三会一课'], asOf: '2026-11-20', file: 'quiz/三会一课.yaml' },
      { type: 'judge', answer: '错', tags: ['党费'], source: '党费规定第十四条' },
    ]);
    expect(await readFile(join(content, 'quiz/三会一课.yaml'), 'utf8')).toMatch(
      /^# 由 三会一课\.txt 导入，2026-11-20。\n\n- id: shyk-/,
    );
  });

  it('shows with --dry-run the same and changes nothing', async () => {
    const file = await put('题库.txt', text);
    const before = await snapshot();
    const tried = await run(file, '--dry-run');
    expect(await snapshot()).toEqual(before);
    expect(tried.exitCode).toBe(0);
    expect(tried.lines.at(-1)).toBe(
      `会写入 ${join(content, 'quiz/题库.yaml')}：2 道题。这次没有改动；去掉 --dry-run 再运行一次就会写入。`,
    );
    expect((await run(file)).lines.slice(0, -1)).toEqual(tried.lines.slice(0, -1));
  });

  it('adds to a file that is there, and leaves what it holds', async () => {
    const file = await put('题库.txt', text);
    const { exitCode } = await run(file, '--to', '01-旧题.yaml');
    expect(exitCode).toBe(0);
    const written = await readFile(join(content, 'quiz/01-旧题.yaml'), 'utf8');
    expect(written.startsWith(oldBank)).toBe(true);
    expect((await bank()).map(({ id }) => id)).toEqual([
      'old-1',
      expect.stringMatching(/^jt-/),
      expect.stringMatching(/^jt-/),
    ]);
  });

  it('adds nothing the second time', async () => {
    const file = await put('题库.txt', text);
    await run(file);
    const before = await snapshot();
    const { lines, exitCode } = await run(file, '--to', '另一个.yaml');
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^提示：第 2 行：这道题和 quiz\/题库\.yaml 的 tk-\w{5} 一样，没有再加。$/),
      expect.stringMatching(/^提示：第 7 行：这道题和 quiz\/题库\.yaml 的 tk-\w{5} 一样，没有再加。$/),
      '这些题都已经有了，没有写入。',
    ]);
    expect(await snapshot()).toEqual(before);
  });

  it('names what looks like a question of the bank, or of the file itself', async () => {
    const judged = (ask: string) => `${ask}\n答案：√\n解析：甲。\n出处：乙\n`;
    const asks = [
      '1. 党支部的书记，每年要向上级党组织述职',
      '2. 党费可以由别人代交。',
      '3. 党费可以由别人来代交',
    ];
    const { lines, exitCode } = await run(await put('题库.txt', asks.map(judged).join('')), '--dry-run');
    expect(exitCode).toBe(0);
    expect(lines.slice(0, 2)).toEqual([
      '提示：第 1 行：疑似重复：党支部的书记，每年要向上级党组织述职　很像 quiz/01-旧题.yaml 的 old-1：党支部书记每年要向上级党组织述职。',
      '提示：第 9 行：疑似重复：党费可以由别人来代交　很像 第 5 行：党费可以由别人代交。',
    ]);
  });

  it('writes nothing with one error, and tells all of them', async () => {
    const file = await put(
      '题库.txt',
      `${text}
三、多选题
1. 没有答案的题
A. 甲 B. 乙
解析：丙。
出处：丁
2. 答案不在选项里的题
A. 甲 B. 乙
答案：AE
解析：丙。
出处：丁
3. 题干里有 ]]> 的题
A. 甲 B. 乙
答案：AB
解析：丙。
4. 选项重复的题
A. 甲 B. 乙
A. 丙
答案：AB
解析：丙。
出处：丁
`,
    );
    const before = await snapshot();
    const { lines, exitCode } = await run(file);
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      '第 14 行：缺少答案，例如：答案：B',
      '第 18 行：答案 E 不在选项里，选项是 A 到 B。',
      '第 23 行：题干里有 ]]>，消息会从那里断开，请去掉。',
      '第 23 行：缺少出处，例如：出处：支部工作条例（试行）第十一条。没有出处的题不能用，请加上，或在解析里写明哪部规定第几条。',
      '第 27 行：选项 A 写了两次。如果从那里起是新的一题，请在题干前面加编号。',
      '有 5 个问题，没有写入。改好以后再导入一次。',
    ]);
    expect(await snapshot()).toEqual(before);
  });

  it('says once what is wrong alike in many rows', async () => {
    const file = await put('题库.txt', '判断题\n1. 甲。√\n2. 乙。×\n3. 丙。√\n出处：丁\n');
    expect((await run(file)).lines).toEqual([
      '第 2、3、4 行：缺少解析，例如：解析：条例第十一条：党员大会一般每季度召开 1 次。',
      '第 2、3 行：缺少出处，例如：出处：支部工作条例（试行）第十一条。没有出处的题不能用，请加上，或在解析里写明哪部规定第几条。',
      '有 5 个问题，没有写入。改好以后再导入一次。',
    ]);
  });

  it.each([
    ['表.txt', '\t', '提示：第 1 行：没有用到的列：序号。'],
    ['表.csv', ',', '提示：第 1 行：没有用到的列：序号。'],
  ])('reads a table that was copied or saved from Excel: %s', async (name, separator, remark) => {
    const rows = [
      ['序号', '题型', '题目', 'A', 'B', '答案', '解析', '出处'],
      ['1', '单选', '多久开一次党员大会？', '每月', '"每\n季度"', 'B', '第十一条。', '条例第十一条'],
      ['2', '判断', '党费可以垫交。', '', '', '错', '第十四条。', '规定第十四条'],
    ];
    const { lines, exitCode } = await run(
      await put(name, rows.map((row) => row.join(separator)).join('\r\n')),
    );
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe(remark);
    expect((await bank()).slice(1).map(({ type, answer }) => [type, answer])).toEqual([
      ['single', ['B']],
      ['judge', '错'],
    ]);
  });

  it('reads what Windows saved in its own encodings, and says that it did', async () => {
    // 判断题 1. 三会一课。√ in GBK, from Python's codec.
    const gbk = Buffer.from('c5d0b6cfcce20a312e20c8fdbbe1d2bbbfcea1a3a1cc0a', 'hex');
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('判断题\n1. 三会一课。√\n', 'utf16le'),
    ]);
    for (const [bytes, called] of [
      [gbk, '像是 GBK（记事本里叫 ANSI）'],
      [wide, '是 UTF-16（记事本里叫 Unicode）'],
    ] as const) {
      const { lines } = await run(await put('旧.txt', bytes));
      expect(lines[0]).toBe(`提示：第 1 行：文件的编码${called}，就按它读了。请看看下面的字有没有读错。`);
      expect(lines[1]).toMatch(/^第 2 行：缺少解析/);
    }
  });

  it('reads a Markdown file', async () => {
    const file = await put(
      '题库.md',
      '# 党费\n\n## 判断题\n\n1. **党费可以垫交。** ( × )\n   - 解析：规定第十四条。\n   - 出处：党费规定第十四条\n',
    );
    const { lines, exitCode } = await run(file, '--dry-run');
    expect(exitCode).toBe(0);
    expect(lines).toContainEqual(expect.stringMatching(/判断　党费可以垫交。　答案：错$/));
  });
});

describe('npm run content -- import of a workbook', () => {
  const header = ['序号', '题型', '题目', 'A', 'B', 'C', 'D', '正确答案', '解析', '依据'];
  const row = [
    1,
    '单选题',
    '多久开一次党员大会？',
    '每月',
    '每季度',
    '每半年',
    '每年',
    'B',
    '第十一条。',
    '条例第十一条',
  ];

  async function imported(...rows: (readonly CellValue[])[]) {
    const file = await workbook({ 题库: rows });
    return run(file, '--to', '新题.yaml');
  }

  it('reads the columns of a bank, and names those it does not use', async () => {
    const { lines, exitCode } = await imported(header, row);
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('提示：第 1 行：没有用到的列：序号。');
    expect((await bank()).at(-1)).toMatchObject({
      type: 'single',
      ask: '多久开一次党员大会？',
      choices: new Map([
        ['A', '每月'],
        ['B', '每季度'],
        ['C', '每半年'],
        ['D', '每年'],
      ]),
      answer: ['B'],
      because: '第十一条。',
      source: '条例第十一条',
      tags: ['新题'],
      file: 'quiz/新题.yaml',
    });
    expect((await bank()).at(-1)?.id).toMatch(/^xt-/);
  });

  it('knows the names that columns go by, below a title and in any order', async () => {
    const file = await workbook({
      单选题: [
        ['2026 年题库'],
        [],
        ['出处', '答案解析', '参考答案（必填）', '选项D', '选项C', '选项 B', '选项Ａ', '题干*', '标签'],
        ['条例第十一条', '第十一条。', 'ｂ', '', '每年', '每季度', '每月', '多久开一次？', '会议、三会一课'],
      ],
    });
    expect((await run(file)).exitCode).toBe(0);
    expect((await bank()).at(-1)).toMatchObject({
      type: 'single',
      answer: ['B'],
      tags: ['会议', '三会一课'],
    });
    expect((await bank()).at(-1)).toHaveProperty('choices.size', 3);
  });

  it('reads names over two rows, sections between the questions, and choices that are counted', async () => {
    const { lines, exitCode } = await imported(
      ['2026 年题库'],
      ['序号', '试题题干', '选项', null, null, '试题答案', '解析', '出处'],
      [null, null, 'A', 'B', 'C', null, null, null],
      ['一、单选题（每题2分）'],
      [1, '多久开一次党员大会？', '每月', '每季度', '每年', 'B', '甲', '乙'],
      ['二、判断题'],
      [2, '党费可以垫交。', '正确', '错误', null, 'B', '甲', '乙'],
    );
    expect([lines[0], exitCode]).toEqual(['提示：第 2 行：没有用到的列：序号。', 0]);
    expect((await bank()).slice(1).map(({ type, answer }) => [type, answer])).toEqual([
      ['single', ['B']],
      ['judge', '错'],
    ]);

    const counted = ['题干', '选项1', '选项2', '选项3', '正确选项', '解析', '出处'];
    const file = await workbook({
      题库: [counted, ['哪些要公布？', '党费', '工资', '议题', '1,3', '甲', '乙']],
    });
    expect((await run(file, '--to', '又一份.yaml')).exitCode).toBe(0);
    expect(await bank()).toContainEqual(expect.objectContaining({ type: 'multiple', answer: ['A', 'C'] }));
  });

  it('reads all four types, choices in one cell, and answers of any kind', async () => {
    const columns = ['题型', '题干', '选项', '答案', '解析', '出处'];
    const { exitCode } = await imported(
      columns,
      ['多选', '哪些是三会？', 'A. 党员大会\nB. 支委会\nC. 党小组会\nD. 职工大会', 'A,B,C', '甲', '乙'],
      ['', '党费按什么比例？', '0.5%|1%|2%', 'A', '甲', '乙'],
      ['判断', '党费可以垫交。', null, false, '甲', '乙'],
      ['', '预备期一年。（　）', null, '√', '甲', '乙'],
      ['填空', '党总支每届____年。', null, 3, '甲', '乙'],
      ['填空题', '支委会每____开一次。', null, '月；1个月', '甲', '乙'],
    );
    expect(exitCode).toBe(0);
    expect((await bank()).slice(1).map(({ type, ask, answer }) => [type, ask, answer])).toEqual([
      ['multiple', '哪些是三会？', ['A', 'B', 'C']],
      ['single', '党费按什么比例？', ['A']],
      ['judge', '党费可以垫交。', '错'],
      ['judge', '预备期一年。', '对'],
      ['fill', '党总支每届____年。', ['3']],
      ['fill', '支委会每____开一次。', ['月', '1个月']],
    ]);
  });

  it('takes the type from the name of the sheet, and numbers rows by sheet', async () => {
    const columns = ['题目', '答案', '解析', '出处'];
    const file = await workbook({
      判断题: [columns, ['党费可以垫交。', '×', '甲', '乙']],
      填空题: [columns, ['每届____年。', '三年', '甲', null], ['每届____年，每年____次。', '三', '甲', '乙']],
      空表: [[null]],
    });
    const { lines, exitCode } = await run(file);
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      '填空题 第 2 行：缺少出处，例如：出处：支部工作条例（试行）第十一条。没有出处的题不能用，请加上，或在解析里写明哪部规定第几条。',
      '填空题 第 3 行：填空题只能有一个空，这里有 2 个，请拆成几道题。',
      '有 2 个问题，没有写入。改好以后再导入一次。',
    ]);
  });

  it('leaves out a sheet that is none of questions, and says so', async () => {
    const { lines, exitCode } = await run(
      await workbook({ 填写说明: [['一行一道题']], 题库: [header, row] }),
    );
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('提示：填写说明 第 1 行：没有题干、答案等列名，没有导入。');
  });

  it('reads rates as they are shown', async () => {
    const rates = { numFmt: '0.0%' };
    const columns = [{}, {}, {}, rates, rates, {}, {}, {}, {}, {}];
    const rated = [1, '单选题', '党费按什么比例？', 0.005, 0.01, '1.5%', '', 'A', '甲', '乙'];
    const file = await workbook({ 题库: [header, rated] }, columns);
    expect((await run(file)).exitCode).toBe(0);
    expect((await bank()).at(-1)).toMatchObject({
      choices: new Map([
        ['A', '0.5%'],
        ['B', '1%'],
        ['C', '1.5%'],
      ]),
    });
  });

  it.each([
    ['no answer', 7, null, '缺少答案，例如：答案：B'],
    ['an answer that is no choice', 7, 'E', '答案 E 不在选项里，选项是 A 到 D。'],
    ['a missing choice', 4, null, '选项中间缺少 B，字母要从 A 起连着写。'],
    ['no stem', 2, null, '缺少题干，例如：1. 党支部党员大会一般多久开一次？'],
    ['an essay', 1, '简答题', '题型“简答题”不能导入，可以写单选、多选、判断、填空。'],
    [
      'a choice that Excel made a day',
      3,
      new Date('2026-03-05T00:00Z'),
      '有一格被 Excel 存成了日期，请把这一列的格式设为“文本”，再重新填写。',
    ],
    ['a formula that failed', 8, '#REF!', '有一格是公式错误 #REF!，请改成文字。'],
    ['a cell of a whole book', 8, '长'.repeat(2001), '有一格有 2001 个字，太长了。'],
    ['the end of a CDATA section', 2, '甲]]>乙', '题干里有 ]]>，消息会从那里断开，请去掉。'],
  ] as const)('refuses a row with %s, and writes nothing', async (_, place, cell, what) => {
    const before = await snapshot();
    const { lines, exitCode } = await imported(header, row, row.with(place, cell as never));
    expect(exitCode).toBe(1);
    expect(lines).toContain(`第 3 行：${what}`);
    expect(await snapshot()).toEqual(before);
  });

  it('says when there are no column names, two alike, or no questions', async () => {
    expect((await imported(['甲', '乙'], ['丙', '丁'])).lines[0]).toMatch(/^第 1 行：没有找到列名。/);
    expect((await imported([...header, '题干'], [...row, '又一个'])).lines).toContain(
      '第 1 行：有两列都是题干，请留一列。',
    );
    expect((await imported(['题干', '答案'])).lines).toContain('第 1 行：列名下面没有题目。');
  });

  it('is not misled by what is no workbook', async () => {
    for (const bytes of ['不是表格', new Uint8Array(30), Uint8Array.from([0x50, 0x4b, 3, 4])]) {
      const { lines, exitCode } = await run(await put('题库.xlsx', bytes));
      expect(exitCode).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/^这个 Excel 文件打不开/)]);
    }
  });
});

describe('npm run content -- import', () => {
  it.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--force']], [['a.txt', '--to']]])(
    'explains itself for %j',
    async (words) => {
      const { lines, exitCode } = await run(...words);
      expect(exitCode).toBe(2);
      expect(lines.join('\n')).toContain('npm run content -- import 题库.xlsx');
    },
  );

  it('is a command of the project', async () => {
    const file = await put('题库.txt', text);
    const program = ['--import', 'tsx', 'src/library/command-line.ts', 'import', file];
    const { stdout } = await promisify(execFile)('node', program, {
      env: { ...process.env, CONTENT_DIR: content },
    });
    expect(stdout).toMatch(/\n已写入 .*quiz\/题库\.yaml：2 道题。助手重新启动以后生效。\n$/);
    expect((await bank()).map(({ answer }) => answer)).toEqual(['对', ['B'], '错']);
  });

  it('refuses files it cannot read, and says what can be read', async () => {
    const word = await put('题库.doc', 'x');
    const rubbish = await put('旧.txt', Uint8Array.from([0xff, 0x80, 0x01, 0xff]));
    const empty = await put('空.txt', '\n');
    expect((await run(join(directory, '没有.txt'))).lines[0]).toMatch(/^没有找到 /);
    expect((await run(word)).lines[0]).toMatch(
      /^题库\.doc 不能导入，可以导入的有 \.xlsx、\.csv、\.docx、\.txt 和 \.md。/,
    );
    expect((await run(directory)).lines[0]).toMatch(/不是文件/);
    expect((await run(rubbish)).lines).toEqual([
      '第 1 行：文件的编码认不出来，请用“另存为”，编码选 UTF-8。',
      '有 1 个问题，没有写入。改好以后再导入一次。',
    ]);
    expect(await run(empty)).toEqual({ lines: ['文件里没有题目，没有写入。'], exitCode: 1 });
  });

  it.each(['../a.yaml', '/tmp/a.yaml', 'content/a.yaml', 'a.txt', '.a.yaml', 'quiz/旧/a.yaml'])(
    'writes only to a file of the bank, not to %s',
    async (to) => {
      const { lines, exitCode } = await run(await put('题库.txt', text), '--to', to);
      expect(exitCode).toBe(1);
      expect(lines[0]).toMatch(/^题目要写进 .*quiz 里的 \.yaml 文件，例如：--to /);
    },
  );

  it('follows no link, and leaves a bank file alone that has mistakes', async () => {
    const file = await put('题库.txt', text);
    const elsewhere = await put('elsewhere.yaml', '# 别处\n');
    await symlink(elsewhere, join(content, 'quiz/link.yaml'));
    expect((await run(file, '--to', 'link.yaml')).lines.at(-1)).toMatch(/不是普通文件，不能写入/);
    expect(await readFile(elsewhere, 'utf8')).toBe('# 别处\n');

    await put('content/quiz/坏.yaml', '- id: q1\n');
    const { lines, exitCode } = await run(file, '--to', '坏.yaml');
    expect(exitCode).toBe(1);
    expect(lines.at(-1)).toMatch(/里有问题，没有写入。请先运行 npm run content -- check/);
    expect(await readFile(join(content, 'quiz/坏.yaml'), 'utf8')).toBe('- id: q1\n');
    expect((await run(file, '--dry-run')).lines[0]).toMatch(/^提示：题库里有 \d+ 个问题还没改/);
  });

  it('makes the folder of the bank where there is none, and leaves no unfinished file', async () => {
    await rm(join(content, 'quiz'), { recursive: true });
    const { exitCode } = await run(await put('a b（1）.txt', text));
    expect(exitCode).toBe(0);
    expect(await readdir(join(content, 'quiz'))).toEqual(['a-b-1-.yaml']);
  });
});
