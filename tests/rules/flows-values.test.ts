import { describe, expect, it } from 'vitest';
import { readValues } from '../../src/flows/read-values.ts';
import type { FlowField } from '../../src/library/flow.ts';
import { localDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const due: FlowField = { label: '期限', optional: false, kind: 'date', when: 'future' };
const doneOn: FlowField = { label: '日期', optional: true, kind: 'date', when: 'past' };
const text: FlowField = { label: '内容', optional: false, kind: 'text', most: 10 };
const more: FlowField = { label: '说明', optional: true, kind: 'text', most: 10 };
const result: FlowField = { label: '结果', optional: false, kind: 'choice', choices: ['同意', '不同意'] };
const votes: FlowField = { label: '到会', optional: false, kind: 'count', least: 0, most: 100 };
const year: FlowField = { label: '年度', optional: false, kind: 'year' };
const score: FlowField = { label: '得分', optional: false, kind: 'number', least: 0, most: 100 };

const reading = {
  today: localDate(2026, 11, 20),
  calendar: createWorkCalendar([]),
  known: {},
  never: [],
  line: '交办 张三',
};
const read = (words: string, ...fields: FlowField[]) => readValues(words, fields, reading);

describe('what is typed for the fields of an action', () => {
  it.each<[words: string, fields: FlowField[], values: Record<string, string>]>([
    ['12-01 写小结', [due, text], { 期限: '2026-12-01', 内容: '写小结' }],
    ['下周三前 写小结', [due, text], { 期限: '2026-11-25', 内容: '写小结' }],
    ['１２月１日 写 小结', [due, text], { 期限: '2026-12-01', 内容: '写 小结' }],
    ['标题；说明两句', [text, more], { 内容: '标题', 说明: '说明两句' }],
    ['标题\n说明两句', [text, more], { 内容: '标题', 说明: '说明两句' }],
    ['标题', [text, more], { 内容: '标题' }],
    // A day that is not said is today's; of days without a year the past one is meant.
    ['', [doneOn], { 日期: '2026-11-20' }],
    ['昨天', [doneOn], { 日期: '2026-11-19' }],
    ['05-20', [doneOn], { 日期: '2026-05-20' }],
    ['已谈过', [doneOn, text], { 日期: '2026-11-20', 内容: '已谈过' }],
    ['11-18 已谈过', [doneOn, text], { 日期: '2026-11-18', 内容: '已谈过' }],
    ['不同意 12人 86.5分', [result, votes, score], { 结果: '不同意', 到会: '12', 得分: '86.5' }],
    // In another order, where there is only one that fits.
    [
      '12 同意 12-01 说明',
      [due, result, votes, text],
      { 期限: '2026-12-01', 结果: '同意', 到会: '12', 内容: '说明' },
    ],
    // Without a blank behind the day.
    ['12月1日前把台账补齐', [due, text], { 期限: '2026-12-01', 内容: '把台账补齐' }],
    ['12-01写小结', [due, text], { 期限: '2026-12-01', 内容: '写小结' }],
    ['明天下午三点 写小结', [due, text], { 期限: '2026-11-21', 内容: '下午三点 写小结' }],
    ['昨天去看了，都在', [doneOn, text], { 日期: '2026-11-20', 内容: '昨天去看了，都在' }],
    ['今年', [year], { 年度: '2026' }],
    ['2025年', [year], { 年度: '2025' }],
    ['26年度', [year], { 年度: '2026' }],
  ])('%j is understood', (words, fields, values) => {
    expect(read(words, ...fields)).toEqual({ kind: 'complete', values });
  });

  it.each<[words: string, fields: FlowField[], label: string, separator: string]>([
    ['', [due, text], '期限', ' '],
    ['12-01', [due, text], '内容', ' '],
    ['一', [text, { ...more, optional: false }], '说明', '；'],
  ])('%j is asked for the rest', (words, fields, label, separator) => {
    expect(read(words, ...fields)).toMatchObject({ kind: 'missing', field: { label }, separator });
  });

  it('shows a complete line that goes on with the own words, with a day that still comes', () => {
    const example = (words: string, day: LocalDate, ...fields: FlowField[]) => {
      const asked = readValues(words, fields, { ...reading, today: day });
      return asked.kind === 'missing' ? asked.example : undefined;
    };
    expect(example('', reading.today, due, text)).toBe('交办 张三 12-01 内容');
    expect(example('', localDate(2026, 12, 20), due, text)).toBe('交办 张三 12-31 内容');
    expect(example('一', reading.today, text, { ...more, optional: false })).toBe('交办 张三 一；说明');
    expect(example('12-01', reading.today, due, text, more)).toBe('交办 张三 12-01 内容');
  });

  it.each<[words: string, fields: FlowField[], refusal: string]>([
    ['写小结', [due, text], '没有看懂期限是哪一天：“写小结”。例如：交办 张三 12-01 写小结'],
    ['11-32 写小结', [due, text], '期限“11-32”不是日历上有的日子。例如：交办 张三 12-01 写小结'],
    ['昨天 写小结', [due, text], '已经过去了。例如：交办 张三 12-01 写小结'],
    ['2036-01-01 写小结', [due, text], '太远了，请核对年份。'],
    // Rather a slip than a day of last year or of next year.
    ['11-25', [doneOn], '日期11月25日（周三）还没有到。'],
    ['11-01 写小结', [due, text], '期限11月1日（周日）已经过去了。'],
    ['明天', [doneOn], '日期明天（周六）还没有到。例如：交办 张三 今天'],
    ['下下个月 写小结', [due, text], '没有看懂期限是哪一天：“下下个月”。例如：交办 张三 12-01 写小结'],
    ['1999', [year], '年度要在 2021 到 2027 之间。例如：交办 张三 2026'],
    ['明后年', [year], '年度要写哪一年，“明后年”没有看懂。例如：交办 张三 2026'],
    ['大概', [result], '结果没有“大概”这一项，可以选：同意、不同意。例如：交办 张三 同意'],
    ['很多', [votes], '到会要写数字，“很多”没有看懂。例如：交办 张三 50'],
    ['-3', [votes], '到会要写数字，“-3”没有看懂。'],
    ['101', [score], '得分要在 0 到 100 之间。'],
    ['同意 还有', [result], '“还有”是多出来的，所以没有记下。例如：交办 张三 同意'],
    ['一二三四五六七八九十十一', [text], '内容有 12 个字，最多 10 个，请缩短。'],
  ])('%j is refused, with the own words in the example', (words, fields, refusal) => {
    expect(() => read(words, ...fields)).toThrow(refusal);
  });

  it.each<[words: string, fields: FlowField[], why: string, lines: string[]]>([
    [
      '周五 写小结；附名单',
      [due, text],
      '今天就是周五，没有说是今天还是下周五',
      ['交办 张三 2026-11-20 写小结；附名单', '交办 张三 2026-11-27 写小结；附名单'],
    ],
    // Of several days only those that can be meant.
    ['周五', [doneOn], '今天就是周五，没有说是今天还是下周五', ['交办 张三 2026-11-20']],
    [
      '同意 12-01至12-05 说明',
      [result, due, text],
      '写了两个日子：12月1日 周二和12月5日 周六',
      ['交办 张三 同意 2026-12-01 说明', '交办 张三 同意 2026-12-05 说明'],
    ],
  ])('%j is asked which day is meant', (words, fields, why, lines) => {
    const unclear = read(words, ...fields);
    expect(unclear).toMatchObject({ kind: 'unclear', why });
    if (unclear.kind === 'unclear') expect(unclear.choices.map(({ line }) => line)).toEqual(lines);
  });

  it('keeps a day between two others', () => {
    const extended: FlowField = {
      label: '延长到',
      optional: false,
      kind: 'date',
      when: 'any',
      between: {
        from: { field: '大会', plus: { count: 18, unit: 'month' } },
        until: { field: '大会', plus: { count: 24, unit: 'month' } },
      },
    };
    const known = { 大会: '2025-10-10' };
    const typed = (words: string) => readValues(words, [extended], { ...reading, known });
    expect(typed('2027-04-10')).toMatchObject({ kind: 'complete' });
    expect(typed('2027-10-10')).toMatchObject({ kind: 'complete' });
    expect(() => typed('2027-04-09')).toThrow('延长到要在2027年4月10日（周六）到2027年10月10日（周日）之间');
    expect(() => typed('2027-10-11')).toThrow('不在里面');
  });
});
