import { readXlsx, type Cell as ReadCell, type Sheet as ReadSheet } from 'hucre';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/sheets/cell-text.ts';
import type { Cell, Sheet } from '../../src/sheets/sheet.ts';
import { sheetNames } from '../../src/sheets/sheet-names.ts';
import { workbook } from '../../src/sheets/workbook.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';

const oneColumn = [{ title: '姓名' }];

async function written(...sheets: readonly Sheet[]): Promise<readonly ReadSheet[]> {
  return (await readXlsx(await workbook(sheets), { readStyles: true })).sheets;
}

/** The first sheet's cells below the column titles. */
async function rowsOf(sheet: Omit<Sheet, 'name'>): Promise<readonly (readonly unknown[])[]> {
  const [read] = await written({ name: '表', ...sheet });
  return read?.rows.slice(1) ?? [];
}

const tricky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\n',
    "'",
    '"',
    '<',
    '&',
    '_x0041_',
    ']]>',
    '#N/A',
    '张',
    ' ',
  ),
});
const anyText = fc.oneof(
  tricky,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('#REF!', '#N/A', '_x000D_', '0123'),
);

describe('a text in a workbook', () => {
  it('is never a formula, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const [sheet] = await written({
          name: texts[0] ?? '',
          heading: texts,
          columns: texts.map((title) => ({ title })),
          rows: [texts],
        });
        const formulas = [...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined);
        expect(formulas).toEqual([]);
        expect(sheet?.rows.flat().filter((value) => typeof value !== 'string' && value !== null)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('stays one when somebody edits its cell', async () => {
    const [sheet] = await written({ name: '表', columns: oneColumn, rows: [['=1+1']] });
    expect(lookAt(sheet, 1, 0)).toMatchObject({ numFmt: '@' });
  });

  it('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const rows = await rowsOf({ columns: oneColumn, rows: texts.map((text) => [text]) });
        expect(texts.map((_, index) => rows[index]?.[0] ?? '')).toEqual(texts.map(cellText));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a control character', 'a\u0000b\u001Fc', 'abc'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
    ['more than a cell takes', '长'.repeat(40_000), `${'长'.repeat(32_766)}…`],
    ['blanks at its ends', '  a ', '  a '],
    ['two lines', '一\n二', '一\n二'],
  ])('with %s is written as the cell can hold it', async (_, text, kept) => {
    expect(await rowsOf({ columns: oneColumn, rows: [[text]] })).toEqual([[kept]]);
  });
});

describe('a table', () => {
  const anyCell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom(undefined),
    fc.string({ minLength: 1 }).filter((text) => cellText(text) === text),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc
      .record({
        days: fc.integer({ min: 0, max: 60_000 }),
        minute: fc.option(fc.integer({ min: 0, max: 1439 })),
      })
      .map(({ days, minute }) => {
        const date = addDays(localDate(1930, 1, 1), days);
        return minute === null ? { date } : { date, minute };
      }),
  );

  it('is read back equal: texts, numbers, days, times and empty cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const columns = ['甲', '乙', '丙'].map((title) => ({ title }));
          const read = await rowsOf({ columns, rows });
          expect(rows.map((row, index) => row.map((_, place) => read[index]?.[place] ?? null))).toEqual(
            rows.map((row) => row.map(asRead)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has its titles bold, frozen and with a filter, below its heading', async () => {
    const [sheet] = await written({
      name: '回执 3',
      heading: ['通知 3 的回执', '截至 2026-11-20 15:20'],
      columns: [{ title: '单位' }, { title: '人数' }],
      rows: [
        ['机关一支部', 14],
        ['机关二支部', 9],
      ],
    });
    expect(sheet?.rows).toEqual([
      ['通知 3 的回执', null],
      ['截至 2026-11-20 15:20', null],
      ['单位', '人数'],
      ['机关一支部', 14],
      ['机关二支部', 9],
    ]);
    expect(sheet?.freezePane).toEqual({ rows: 3 });
    expect(sheet?.autoFilter?.range).toBe('A3:B5');
    expect(lookAt(sheet, 2, 0)?.font?.bold).toBe(true);
    expect(lookAt(sheet, 3, 0)?.font?.bold).not.toBe(true);
  });

  it('has columns wide enough for Chinese, and none wider than a screen', async () => {
    const [sheet] = await written({
      name: '表',
      columns: [{ title: '序' }, { title: '单位名称' }, { title: '说明' }, { title: '备注', width: 30 }],
      rows: [[1, '第一工程公司机关党支部', '很长'.repeat(100), '短']],
    });
    expect(sheet?.columns?.map(({ width }) => width)).toEqual([8, 24, 46, 30]);
  });

  it('offers words to whoever fills a column in, and shows days as days where nothing is filled in', async () => {
    const [sheet] = await written({
      name: '表',
      columns: [
        { title: '状态', offers: ['在册', '离退'] },
        { title: '日期', kind: 'day' },
      ],
      rows: [['在册', undefined]],
    });
    expect(sheet?.dataValidations).toMatchObject([{ type: 'list', range: 'A2:A20001' }]);
    expect(lookAt(sheet, 1, 1)).toMatchObject({ numFmt: 'yyyy-mm-dd' });
  });

  it('of 10,000 rows is written while others talk', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      `张三${index}`,
      index,
      { date: localDate(2026, 1, 1) },
    ]);
    const columns = ['姓名', '序号', '日期'].map((title) => ({ title }));
    let turns = 0;
    let isWriting = true;
    const count = () => {
      turns += 1;
      if (isWriting) setImmediate(count);
    };
    setImmediate(count);
    const bytes = await workbook([{ name: '名册', columns, rows }]);
    isWriting = false;
    expect(turns).toBeGreaterThan(20);
    expect((await readXlsx(bytes)).sheets[0]?.rows).toHaveLength(10_001);
  });
});

describe('the names of sheets', () => {
  it('are ones Excel takes, and different', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (wanted) => {
        const names = sheetNames(wanted);
        const read = await written(...names.map((name) => ({ name, columns: oneColumn, rows: [] })));
        expect(read.map(({ name }) => name)).toEqual(names);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [
      ['考勤', '考勤'],
      ['考勤', '考勤 2'],
    ],
    [
      ['a/b:c', 'History', ''],
      ['a_b_c', '表History', '表'],
    ],
    [
      ['很长'.repeat(20), '很长'.repeat(20)],
      ['很长'.repeat(15) + '很', `${'很长'.repeat(14)}很 2`],
    ],
  ])('%j become %j', (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names);
  });
});

function asRead(cell: Cell): unknown {
  if (cell === undefined || typeof cell !== 'object') return cell ?? null;
  return new Date(Date.parse(`${cell.date}T00:00Z`) + (cell.minute ?? 0) * 60_000);
}

function lookAt(sheet: ReadSheet | undefined, row: number, column: number): ReadCell['style'] {
  return sheet?.cells?.get(`${row},${column}`)?.style;
}
