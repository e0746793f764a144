import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { readMove, readRequest } from '../../src/papers/request.ts';

describe('moving about in a paper', () => {
  it.each([
    ['上一题', 'previous'],
    ['上 一 题。', 'previous'],
    ['下一题', 'next'],
    ['跳过', 'skip'],
    ['不会', 'skip'],
    ['第 5 题', { place: 5 }],
    ['第５题', { place: 5 }],
    ['5题', { place: 5 }],
    ['第五题', { place: 5 }],
    ['第十题', { place: 10 }],
    ['第十二题', { place: 12 }],
    ['第二十题', { place: 20 }],
    ['第三十六题', { place: 36 }],
    ['第 99 题', { place: 99 }],
  ])('is read from %s', (words, move) => {
    expect(readMove(words)).toEqual(move);
  });

  it.each(['', 'B', '对', '第题', '第5', '五', '第二三题', '第5题 B', '题', '这题', '第 5000 题', '😀题'])(
    'is not read from %j',
    (words) => {
      expect(readMove(words)).toBeUndefined();
    },
  );
});

describe('what is wanted of a paper', () => {
  it.each([
    ['', { kind: 'open' }],
    [' 开始 ', { kind: 'start' }],
    ['再做', { kind: 'again' }],
    ['名单', { kind: 'names' }],
    ['解析', { kind: 'explain', page: 1 }],
    ['再做一次', { kind: 'again' }],
    ['看解析', { kind: 'explain', page: 1 }],
    ['成绩', { kind: 'result' }],
    ['解析 3', { kind: 'explain', page: 3 }],
    ['解析３', { kind: 'explain', page: 3 }],
    ['第5题', { kind: 'go', move: { place: 5 } }],
    ['第5题 B 第1次', { kind: 'answer', place: 5, words: 'B', try: 1 }],
    ['第 5 题 A、C', { kind: 'answer', place: 5, words: 'A、C' }],
    ['第5题 三年 第12次', { kind: 'answer', place: 5, words: '三年', try: 12 }],
  ])('is read from %j', (words, request) => {
    expect(readRequest(words)).toEqual(request);
  });

  it('is either understood or refused, whatever is typed', () => {
    expect(() => readRequest('胡说')).toThrow('没有看懂“胡说”。可以发：测试 1 · 测试 1 第5题 · 测试 1 解析');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        try {
          readRequest(words);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
