import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { choice, freeText, knownBy, shortNumber, shortText, word } from '../../src/chat/arguments.ts';
import { defineCommand, type Command } from '../../src/chat/command.ts';
import { createRouter } from '../../src/chat/router.ts';
import { Refusal } from '../../src/errors.ts';

const base = { summary: '…', group: '我的', role: 'member', run: () => '' } as const;
const checkIn = defineCommand({ ...base, names: ['签到', '打卡'], args: z.object({}), examples: ['签到'] });
const answer = defineCommand({
  ...base,
  names: ['答题'],
  args: z.object({ choice: choice(['a', 'b', 'c']).optional().describe('答案') }),
  examples: ['答题 B'],
});
const leave = defineCommand({
  ...base,
  names: ['请假'],
  args: z.object({
    number: shortNumber().describe('会议编号'),
    reason: freeText().optional().describe('原因'),
  }),
  examples: ['请假 1 出差'],
});
const notices = defineCommand({
  ...base,
  names: ['通知'],
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['通知'],
});
const send = defineCommand({
  ...base,
  names: ['通知'],
  args: z.object({ audience: word().describe('发给谁'), text: freeText().describe('内容') }),
  examples: ['通知 全体 周五前交材料'],
});
const contest = defineCommand({
  ...base,
  names: ['竞赛'],
  args: z.object({
    name: shortText().describe('名称'),
    scope: shortText()
      .meta(knownBy((one) => one.startsWith('@')))
      .describe('范围'),
    count: shortText()
      .regex(/^[1-9]\d?题$/u, '最多 99 题')
      .meta(knownBy((one) => one.endsWith('题')))
      .describe('题数'),
    remark: freeText().optional().describe('说明'),
  }),
  examples: ['竞赛 换届 @一支部 10题'],
});
const router = createRouter([checkIn, answer, leave, notices, send, contest]);

const read = (line: string): { command: Command | undefined; args: unknown } => {
  const found = router.resolve(line);
  return { command: found?.command, args: found?.args };
};
const refusal = (line: string): string => {
  try {
    router.resolve(line);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return 'it was not refused';
};

describe('understanding a line', () => {
  it.each(['签到', ' 签到 ', '　签到　', '打卡', '签到\n', '\u200b签到'])('takes %j as 签到', (line) => {
    expect(read(line)).toEqual({ command: checkIn, args: {} });
  });

  it.each(['答题B', '答题 b', '答题Ｂ', '答题　Ｂ'])(
    'takes the missing blank and the wide letter of %j',
    (line) => {
      expect(read(line)).toEqual({ command: answer, args: { choice: 'b' } });
    },
  );

  it.each([
    ['请假1 出差', { number: 1, reason: '出差' }],
    ['请假 １号 家里有事，ＡＢＣ', { number: 1, reason: '家里有事，ＡＢＣ' }],
    ['请假 12', { number: 12 }],
    ['请假 12家里有事', { number: 12, reason: '家里有事' }],
    ['请假 会议 12 家里有事', { number: 12, reason: '家里有事' }],
    ['请假第12号', { number: 12 }],
    ['请假　１２号家里有事', { number: 12, reason: '家里有事' }],
  ])('reads the number normalised and the free text as typed in %j', (line, args) => {
    expect(read(line)).toEqual({ command: leave, args });
  });

  it.each([
    '竞赛 党史 @二支部 5题 周五  下午',
    '竞赛 @二支部 5题 党史 周五  下午',
    '竞赛 5题 党史 周五  下午 @二支部',
    '竞赛5题 党史 @二支部 周五  下午',
  ])('finds what is known by its form wherever it stands in %j', (line) => {
    expect(read(line).args).toEqual({ name: '党史', scope: '@二支部', count: '5题', remark: '周五  下午' });
  });

  it.each([
    ['竞赛 5题 党史', '还缺范围。例如：竞赛 党史 @一支部 5题'],
    ['竞赛 5题', '还缺名称。例如：竞赛 换届 @一支部 5题'],
    ['竞赛 100题 @二支部 党史', '“100题”没有看懂，最多 99 题。例如：竞赛 党史 @二支部 10题'],
    ['竞赛 党史 二支部', '还缺题数。例如：竞赛 党史 @一支部 10题'],
  ])('refuses %j with an example that keeps what was right wherever it stood', (line, words) => {
    expect(refusal(line)).toBe(words);
  });

  it('keeps line breaks and blanks of free text', () => {
    expect(read('通知 全体 第一行\n\n  第二行 ').args).toEqual({
      audience: '全体',
      text: '第一行\n\n  第二行',
    });
  });

  it('tells commands of one name apart by what follows', () => {
    expect(read('通知').command).toBe(notices);
    expect(read('通知 2').command).toBe(notices);
    expect(read('通知 全体 内容').command).toBe(send);
  });

  it.each(['签到表在哪里', '你好', '', '请假条怎么写', '通知书'])(
    'does not take %j for a command',
    (line) => {
      expect(read(line).command).toBeUndefined();
    },
  );
});

describe('a command with wrong arguments', () => {
  it('says what is missing and keeps the words that were right in its example', () => {
    expect(refusal('通知 @一支部')).toBe('还缺内容。例如：通知 @一支部 周五前交材料');
  });

  it('quotes what was not understood', () => {
    expect(refusal('请假 明天 出差')).toBe('“明天”没有看懂，应当是编号。例如：请假 1 出差');
    expect(refusal('答题 E')).toBe('“E”没有看懂，应当是：a、b、c。例如：答题 B');
  });

  it('points out what is too much', () => {
    expect(refusal('签到 4821')).toBe('“4821”是多出来的。例如：签到');
  });
});

describe('declaring commands', () => {
  it('refuses a word that belongs to two commands', () => {
    const other = defineCommand({ ...base, names: ['报到', '打卡'], args: z.object({}), examples: ['报到'] });
    expect(() => createRouter([checkIn, other])).toThrow('打卡');
  });
});
