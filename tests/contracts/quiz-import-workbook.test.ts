import { writeXlsx, type CellValue, type ColumnDef } from 'hucre';
import { describe, expect, it } from 'vitest';
import { importStage } from '../support/import-stage.ts';

const { put, run, bank, snapshot } = importStage();

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
