import { describe, expect, it } from 'vitest';
import { readNoticeOrder } from '../../src/notices/notice-order.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

/** A Friday, three in the afternoon. */
const now = { today: localDate(2026, 11, 20), minute: 900, calendar: createWorkCalendar([]) };

const read = (typed: string) => readNoticeOrder(typed, now);

describe('a text that is far too long', () => {
  it.each([' ', '定时 ', '问：', 'https://a ', '文件 '])('of %j is refused at once', (piece) => {
    const before = performance.now();
    expect(() => read(piece.repeat(300_000))).toThrow('通知太长了');
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('what stands behind the audience of a notice', () => {
  it('is a text as it was typed', () => {
    expect(read('  第一行\n\n  第二行 ')).toEqual({
      urgency: 'usual',
      text: '第一行\n\n  第二行',
      questions: [],
    });
  });

  it('may begin with what it is, in any order', () => {
    expect(read('加急 文件 请看')).toMatchObject({ urgency: 'urgent', thing: '文件', text: '请看' });
    expect(read('图片 加急')).toMatchObject({ urgency: 'urgent', thing: '图片', text: '' });
    expect(read('文件传达学习')).toMatchObject({ urgency: 'usual', text: '文件传达学习' });
    expect(read('定时体检安排已出')).toEqual({ urgency: 'usual', text: '定时体检安排已出', questions: [] });
    expect(() => read('定时 体检安排已出')).toThrow('没有看到时间');
  });

  it('may end with when it is to go', () => {
    expect(read('今晚停电 加急')).toMatchObject({ urgency: 'urgent', text: '今晚停电' });
    expect(() => read('加急 今晚停电 定时 明天9点')).toThrow('两个请留一个');
    expect(() => read('请核对名册 定时 明天')).toThrow('还没有定几点');
    for (const text of ['设备 定时 明天9点 关机', '请按 定时 服药', '此事 不加急', '请看 加急件']) {
      expect(read(text)).toEqual({ urgency: 'usual', text, questions: [] });
    }
    expect(read('植树 问：能参加吗？能/不能 定时 明天9点')).toMatchObject({
      when: { minute: 540 },
      questions: [{ ask: '能参加吗？', choices: ['能', '不能'] }],
    });
  });

  it.each([
    ['定时 明天9点 下午3点开会', '2026-11-21', 540, '下午3点开会'],
    ['定时明天9点 开会', '2026-11-21', 540, '开会'],
    ['定时：明天9点 开会', '2026-11-21', 540, '开会'],
    ['定时 明天 9点 开会', '2026-11-21', 540, '开会'],
    ['定时 11月25日 下午 3点半 12月1日前交', '2026-11-25', 930, '12月1日前交'],
    ['定时 下周一8:30 请各支部', '2026-11-23', 510, '请各支部'],
    ['定时 今天17点请大家回电', '2026-11-20', 1020, '请大家回电'],
    ['定时 明天9点 定时体检的安排已出', '2026-11-21', 540, '定时体检的安排已出'],
    ['定时 明天9点 定时 也是正文', '2026-11-21', 540, '定时 也是正文'],
    ['请核对名册 定时 明天9点', '2026-11-21', 540, '请核对名册'],
    ['请核对名册\n定时：下周一 8:30', '2026-11-23', 510, '请核对名册'],
    ['定时 明天9点 设备 定时 后天9点', '2026-11-21', 540, '设备 定时 后天9点'],
  ])('%s', (typed, date, minute, text) => {
    expect(read(typed)).toMatchObject({ when: { date, minute }, text });
  });

  it.each([
    ['看 https://a.cn/b?c=1 周五前', '看 周五前', 'https://a.cn/b?c=1'],
    ['看 https://a.cn/b，周五前', '看，周五前', 'https://a.cn/b'],
    ['https://a.cn/b', '', 'https://a.cn/b'],
    ['一\nhttps://a.cn\n二 https://b.cn', '一\n\n二 https://b.cn', 'https://a.cn'],
  ])('gives its first address to the card: %j', (typed, text, link) => {
    expect(read(typed)).toMatchObject({ text, link });
  });

  it.each([
    ['植树 问：能参加吗？能/不能', '植树', [{ ask: '能参加吗？', choices: ['能', '不能'] }]],
    [
      '植树\n问1：能来吗? 能 / 不能\n问2：几个人',
      '植树',
      [
        { ask: '能来吗?', choices: ['能', '不能'] },
        { ask: '几个人', choices: [] },
      ],
    ],
    ['植树 问：午餐 要/不要', '植树', [{ ask: '午餐', choices: ['要', '不要'] }]],
    ['请大家来问：好', '请大家来问：好', []],
  ])('takes the questions off its end: %j', (typed, text, questions) => {
    expect(read(typed)).toMatchObject({ text, questions });
  });
});
