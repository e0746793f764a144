import { execFile } from 'node:child_process';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { importStage, oldBank } from '../support/import-stage.ts';

const { folder, content, put, run, bank, snapshot } = importStage();

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
      `已写入 ${join(content(), 'quiz/三会一课.yaml')}：2 道题。助手重新启动以后生效。`,
    ]);
    expect((await bank()).slice(1)).toMatchObject([
      { type: 'single', answer: ['B'], tags: ['三会一课'], asOf: '2026-11-20', file: 'quiz/三会一课.yaml' },
      { type: 'judge', answer: '错', tags: ['党费'], source: '党费规定第十四条' },
    ]);
    expect(await readFile(join(content(), 'quiz/三会一课.yaml'), 'utf8')).toMatch(
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
      `会写入 ${join(content(), 'quiz/题库.yaml')}：2 道题。这次没有改动；去掉 --dry-run 再运行一次就会写入。`,
    );
    expect((await run(file)).lines.slice(0, -1)).toEqual(tried.lines.slice(0, -1));
  });

  it('adds to a file that is there, and leaves what it holds', async () => {
    const file = await put('题库.txt', text);
    const { exitCode } = await run(file, '--to', '01-旧题.yaml');
    expect(exitCode).toBe(0);
    const written = await readFile(join(content(), 'quiz/01-旧题.yaml'), 'utf8');
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
      env: { ...process.env, CONTENT_DIR: content() },
    });
    expect(stdout).toMatch(/\n已写入 .*quiz\/题库\.yaml：2 道题。助手重新启动以后生效。\n$/);
    expect((await bank()).map(({ answer }) => answer)).toEqual(['对', ['B'], '错']);
  });

  it('refuses files it cannot read, and says what can be read', async () => {
    const word = await put('题库.doc', 'x');
    const rubbish = await put('旧.txt', Uint8Array.from([0xff, 0x80, 0x01, 0xff]));
    const empty = await put('空.txt', '\n');
    expect((await run(join(folder(), '没有.txt'))).lines[0]).toMatch(/^没有找到 /);
    expect((await run(word)).lines[0]).toMatch(
      /^题库\.doc 不能导入，可以导入的有 \.xlsx、\.csv、\.docx、\.txt 和 \.md。/,
    );
    expect((await run(folder())).lines[0]).toMatch(/不是文件/);
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
    await symlink(elsewhere, join(content(), 'quiz/link.yaml'));
    expect((await run(file, '--to', 'link.yaml')).lines.at(-1)).toMatch(/不是普通文件，不能写入/);
    expect(await readFile(elsewhere, 'utf8')).toBe('# 别处\n');

    await put('content/quiz/坏.yaml', '- id: q1\n');
    const { lines, exitCode } = await run(file, '--to', '坏.yaml');
    expect(exitCode).toBe(1);
    expect(lines.at(-1)).toMatch(/里有问题，没有写入。请先运行 npm run content -- check/);
    expect(await readFile(join(content(), 'quiz/坏.yaml'), 'utf8')).toBe('- id: q1\n');
    expect((await run(file, '--dry-run')).lines[0]).toMatch(/^提示：题库里有 \d+ 个问题还没改/);
  });

  it('makes the folder of the bank where there is none, and leaves no unfinished file', async () => {
    await rm(join(content(), 'quiz'), { recursive: true });
    const { exitCode } = await run(await put('a b（1）.txt', text));
    expect(exitCode).toBe(0);
    expect(await readdir(join(content(), 'quiz'))).toEqual(['a-b-1-.yaml']);
  });
});
