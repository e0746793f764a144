import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { readPaperOptions } from '../../src/papers/paper-options.ts';
import { readPaperOrder } from '../../src/papers/paper-order.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);

describe('the options of a paper', () => {
  it('are pass 60, any number of tries, no time limit and no names when nothing is said', () => {
    expect(readPaperOptions('20题')).toEqual({
      count: 20,
      passMark: 60,
      named: false,
      types: new Map(),
      tags: new Map(),
    });
  });

  it('are read in any order and width', () => {
    expect(readPaperOptions('记名 换届8　20题，及格 80分 2次 限时30分钟 #党费4')).toEqual({
      count: 20,
      passMark: 80,
      tries: 2,
      minutes: 30,
      named: true,
      types: new Map(),
      tags: new Map([
        ['换届', 8],
        ['党费', 4],
      ]),
    });
    expect(readPaperOptions('单选12 多选题4 判断 4 20').types).toEqual(
      new Map([
        ['single', 12],
        ['multiple', 4],
        ['judge', 4],
      ]),
    );
    expect(readPaperOptions('５题 ８０分及格').passMark).toBe(80);
    expect(readPaperOptions('二十题 限时一小时 可做两次')).toMatchObject({
      count: 20,
      minutes: 60,
      tries: 2,
    });
    expect(readPaperOptions('100题 半小时 一次')).toMatchObject({ count: 100, minutes: 30, tries: 1 });
    expect(readPaperOptions('20道 三会一课5').tags).toEqual(new Map([['三会一课', 5]]));
  });

  it.each([
    ['0题', '题数“0”不行，要在 1 到 100 之间。例如：20题'],
    ['1000题', '题数“1000”不行，要在 1 到 100 之间。例如：20题'],
    ['99999999999999999999题', '题数“99999999999999999999”不行'],
    ['换届8', '还缺题数，例如：20题。'],
    ['20题 10题', '题数写了两个：20 和 10。请只写一个。'],
    ['20题 及格0', '及格分“0”不行，要在 1 到 100 之间。例如：及格80'],
    ['20题 及格101', '及格分“101”不行'],
    ['20题 0次', '次数“0”不行，要在 1 到 10 之间。例如：2次'],
    ['20题 1分钟', '限时“1”不行，要在 5 到 300 之间。例如：30分钟'],
    ['20题 换届21', '各标签加起来是 21 题，比 20题 多。'],
    ['20题 单选12', '各题型加起来是 12 题，和 20题 对不上。'],
    ['20题 随便', '没有看懂“随便”。'],
    ['20题 😀', '没有看懂“😀”。'],
    ['20题 -5题', '没有看懂“-5题”。'],
  ])('are refused as %s', (words, said) => {
    expect(() => readPaperOptions(words)).toThrow(said);
  });

  it('either mean something or are refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        try {
          expect(readPaperOptions(words).count).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});

describe('an order', () => {
  const typed = { name: '季度测试', audience: '全体', from: '12-01', until: '12-10', options: '20题' };

  it('is read word by word', () => {
    expect(readPaperOrder(typed, today)).toMatchObject({
      name: '季度测试',
      from: '2026-12-01',
      until: '2026-12-10',
      count: 20,
    });
    expect(readPaperOrder({ ...typed, from: '12-20', until: '01-10' }, today)).toMatchObject({
      until: '2027-01-10',
    });
  });

  it.each([
    [{ from: '2026-02-30' }, '开始日期“2026-02-30”不是日历上有的日子。'],
    [{ from: '下周' }, '开始日期“下周”：没有说是星期几。'],
    [{ until: '20题' }, '结束日期“20题”没有看懂。'],
    [{ from: '11-01', until: '11-10' }, '开始日期11月1日（周日）已经过去了。'],
    [{ from: '12-10', until: '12-01' }, '结束日期12月1日（周二）比开始日期12月10日（周四）早'],
    [{ until: '2028-01-01' }, '结束日期2028年1月1日（周六）太远了'],
    [{ name: '很长的名称'.repeat(10) }, '名称太长了：50 个字，最多 20 个字。'],
    [{ name: '机密测试' }, '涉密或内部文件的标记'],
  ])('is refused with %j', (change, said) => {
    expect(() => readPaperOrder({ ...typed, ...change }, today)).toThrow(said);
  });

  it('is not refused for a single day', () => {
    expect(readPaperOrder({ ...typed, from: '今天', until: '今天' }, today)).toMatchObject({
      from: today,
      until: today,
    });
  });
});
