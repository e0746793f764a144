import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceLetter, QuizQuestion } from '../../src/library/quiz-question.ts';
import { readAnswer } from '../../src/quiz/read-answer.ts';
import { localDate } from '../../src/time/local-date.ts';

const base = {
  id: 'q',
  ask: '…',
  because: '…',
  source: '…',
  tags: [],
  asOf: localDate(2026, 11, 20),
  file: 'q.yaml',
};
const choices = new Map<ChoiceLetter, string>([
  ['A', '3 人'],
  ['B', '5 人'],
  ['C', '7 人'],
  ['D', '9 人'],
]);
const single: QuizQuestion = { ...base, type: 'single', choices, answer: ['C'] };
const multiple: QuizQuestion = { ...base, type: 'multiple', choices, answer: ['A', 'C', 'D'] };
const judge: QuizQuestion = { ...base, type: 'judge', answer: '错' };
const fill: QuizQuestion = { ...base, type: 'fill', answer: ['三年', '3年', '3'] };

describe('one choice', () => {
  it.each([
    'C',
    'c',
    'Ｃ',
    'ｃ',
    ' c ',
    '选c',
    '选 C',
    '我选C',
    '答案是C',
    '答案：C'.replace('：', ''),
    'C。',
    'c.',
    'C吧',
    '我觉得应该是c',
    '嗯，我觉得C',
    '这题选c',
    '那就c吧',
    'c选项',
    '选C项',
    '第三个',
    '第三',
    '7 人',
    '选7人',
    'C. 7 人',
    'c：7人',
    '第3个',
    '第 3 项',
    '7人以上',
  ])('is read from %j', (words) => {
    expect(readAnswer(single, words)).toEqual({ kind: 'answer', given: 'C', right: true });
  });

  it.each([
    ['E', 'A 到 D'],
    ['AC', '单选'],
    ['AAAA', '重复'],
    ['CC', '重复'],
  ])('is asked for again after %s', (words, advice) => {
    const read = readAnswer(single, words);
    expect(read.kind).toBe('impossible');
    expect(read).toHaveProperty('advice', expect.stringContaining(advice));
  });

  it('is read from its text, also where that begins like an opinion', () => {
    const years: QuizQuestion = {
      ...single,
      choices: new Map<ChoiceLetter, string>([
        ['A', '应当每年'],
        ['B', '每半年'],
        ['C', '为期两项'],
      ]),
      answer: ['C'],
    };
    expect(readAnswer(years, '应当每年')).toMatchObject({ given: 'A' });
    expect(readAnswer(years, '为期两项')).toMatchObject({ given: 'C' });
    expect(readAnswer(years, '每半年开一次')).toMatchObject({ given: 'B' });
    for (const words of ['不是每半年', '每半年吗', '每半年要开几次什么会', '每半年，应当每年']) {
      expect(readAnswer(years, words)).toEqual({ kind: 'noAnswer' });
    }
  });

  it.each(['1', '3', '③'])('is asked for again after %s, which may be a place or a text', (words) => {
    expect(readAnswer(single, words)).toMatchObject({ kind: 'impossible' });
  });

  it.each(['', '学习', '😀', 'hello', 'xyz', '第五个', '8 人', '我觉得', 'c'.repeat(41), '字'.repeat(3000)])(
    'is not read from %j',
    (words) => {
      expect(readAnswer(single, words)).toEqual({ kind: 'noAnswer' });
    },
  );
});

describe('several choices', () => {
  it.each([
    'ACD',
    'acd',
    'dca',
    'A、C、D',
    'A C D',
    'ａ，ｃ，ｄ',
    '选acd',
    'A和C和D',
    '3人、7人、9人',
    '选 3人 7人 9人',
  ])('are read from %j', (words) => {
    expect(readAnswer(multiple, words)).toEqual({ kind: 'answer', given: 'ACD', right: true });
  });

  it.each(['7 人', '第三个个', '3人、8人'])('are not read from %j', (words) => {
    expect(readAnswer(multiple, words)).toEqual({ kind: 'noAnswer' });
  });

  it('count only when they are all right', () => {
    for (const words of ['A', 'AC', 'ABCD'])
      expect(readAnswer(multiple, words)).toMatchObject({ right: false });
  });

  it('are right in any order and case, with anything between them', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['A', 'C', 'D'], { minLength: 3 }),
        fc.constantFrom('', ' ', '、', ',', '，', '；'),
        fc.boolean(),
        (letters, between, small) => {
          const words = letters.join(between);
          expect(readAnswer(multiple, small ? words.toLowerCase() : words)).toMatchObject({ right: true });
        },
      ),
    );
  });
});

describe('a judgement', () => {
  it.each([
    '错',
    '错误',
    '不对',
    '×',
    'x',
    'X',
    '✗',
    'F',
    'false',
    '否',
    '错的',
    '选错',
    '我觉得不对',
    '应该是错的吧',
    '❌',
    '打叉',
    '这个说法不对',
    '是错的',
  ])('wrong is read from %j', (words) => {
    expect(readAnswer(judge, words)).toEqual({ kind: 'answer', given: '错', right: true });
  });
  it.each([
    '对',
    '正确',
    '√',
    '✓',
    '是',
    'T',
    'true',
    '对的',
    '对。',
    '是的',
    '对吧',
    '✅',
    '没错',
    '应该是对的',
  ])('right is read from %j', (words) => {
    expect(readAnswer(judge, words)).toEqual({ kind: 'answer', given: '对', right: false });
  });
  it('is not read from anything else', () => {
    expect(readAnswer(judge, '也许')).toEqual({ kind: 'noAnswer' });
  });
  it.each(['A', 'b', 'ACD', 'Ｅ'])('is asked for again after %s', (words) => {
    expect(readAnswer(judge, words)).toEqual({
      kind: 'impossible',
      advice: '这题是判断，直接回复 对 或 错',
    });
  });
});

describe('a text', () => {
  const months: QuizQuestion = {
    ...base,
    type: 'fill',
    ask: '党员补交党费，补交的时间一般不超过____个月。',
    answer: ['6', '半年'],
  };

  it.each(['三年', '3年', '３年', ' 三 年 ', '“三年”。', '3', '答案是三年', '我觉得是 3 年吧'])(
    'is right as %j',
    (words) => {
      expect(readAnswer(fill, words)).toMatchObject({ kind: 'answer', right: true });
    },
  );
  it.each([
    '6',
    '六',
    '６个月',
    '六个月',
    '6 个月。',
    '不超过6个月',
    '一般不超过六个月',
    '半年',
    '应该是6个',
  ])('may repeat the words round its blank: %j', (words) => {
    expect(readAnswer(months, words)).toMatchObject({ kind: 'answer', right: true });
  });
  it.each(['五年', '十三年', '不是三年的'])('is wrong as %j', (words) => {
    expect(readAnswer(fill, words)).toMatchObject({ kind: 'answer', right: false });
  });
  it.each(['16个月', '六十', '六年', '不超过', '个月', '一年', '60'])('is wrong there as %j', (words) => {
    expect(readAnswer(months, words)).toMatchObject({ kind: 'answer', right: false });
  });
  it.each(['B', 'acd', '对', '√', '😀', '。。。'])('is asked for again after %j', (words) => {
    expect(readAnswer(fill, words)).toMatchObject({ kind: 'impossible' });
  });
  it.each([
    '怎么请假',
    '请问今天有会吗',
    '会在哪里开',
    '我要请假',
    '谢谢',
    '明天下午三点在308会议室开支部党员大会',
  ])('is not read from %j', (words) => {
    expect(readAnswer(fill, words)).toEqual({ kind: 'noAnswer' });
  });
  it.each([
    ['1000', true],
    ['一千', true],
    ['1千元', true],
    ['100', false],
    ['一百', false],
    ['10', false],
    ['10000', false],
  ])('of figures is no other figure: %s', (words, right) => {
    const much: QuizQuestion = { ...fill, ask: '多交____元以上', answer: ['1000元', '一千元'] };
    expect(readAnswer(much, words)).toMatchObject({ kind: 'answer', right });
  });
  it('may leave out what the accepted text repeats of the stem', () => {
    const years: QuizQuestion = { ...fill, ask: '预备期为____年。', answer: ['一年'] };
    expect(readAnswer(years, '1')).toMatchObject({ kind: 'answer', right: true });
    expect(readAnswer(years, '年')).toMatchObject({ kind: 'answer', right: false });
  });
  it('that is a single letter can be answered', () => {
    const letter: QuizQuestion = { ...fill, answer: ['A'] };
    expect(readAnswer(letter, 'a')).toMatchObject({ kind: 'answer', right: true });
  });
});

describe('any words', () => {
  it('never throw and are never right by accident', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        for (const question of [single, multiple, judge, fill]) readAnswer(question, words);
      }),
    );
  });
});
