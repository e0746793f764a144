import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseQuestions } from '../../src/contests/choose-questions.ts';
import { readChallengeOrder, readRoomOrder } from '../../src/contests/contest-order.ts';
import { ownOrder } from '../../src/contests/own-order.ts';
import type { QuizQuestion } from '../../src/library/quiz-question.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);
const { quizQuestions: bank } = (await loadLibrary('content')).library;

describe('the questions of a contest', () => {
  it('are different ones, and the same again for the same seed', () => {
    const choice = { form: 'challenge', count: 20, until: today, seed: 'one' } as const;
    const ids = chooseQuestions(bank, choice);
    expect(new Set(ids).size).toBe(20);
    expect(chooseQuestions(bank.toReversed(), choice)).toEqual(ids);
    expect(chooseQuestions(bank, { ...choice, seed: 'two' })).not.toEqual(ids);
  });

  it('are for a live room only those that one tap answers', () => {
    const ids = new Set(chooseQuestions(bank, { form: 'room', count: 30, until: today, seed: 's' }));
    const types = new Set(bank.filter(({ id }) => ids.has(id)).map(({ type }) => type));
    expect([...types].toSorted()).toEqual(['judge', 'single']);
  });

  it('are none that expire before the last day', () => {
    const expiring = bank.map((question): QuizQuestion => ({
      ...question,
      expires: localDate(2026, 11, 25),
    }));
    const choice = { form: 'challenge', count: 5, seed: 's' } as const;
    expect(chooseQuestions(expiring, { ...choice, until: localDate(2026, 11, 25) })).toHaveLength(5);
    expect(() => chooseQuestions(expiring, { ...choice, until: localDate(2026, 11, 26) })).toThrow(
      '没有能用的题',
    );
  });

  it('are not made up when the bank is too small', () => {
    const small = bank.filter(({ type }) => type === 'single').slice(0, 4);
    expect(() => chooseQuestions(small, { form: 'room', count: 10, until: today, seed: 's' })).toThrow(
      '题库里现在能用的有 4 道，不够 10 题。请减少题数，例如：4题',
    );
  });

  it('come in an order of one’s own, each exactly once, that can be computed again', () => {
    const questions = Array.from({ length: 12 }, (_, index) => `q${index}`);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (seed, userid) => {
        const order = ownOrder({ seed, questions }, userid);
        expect(order.toSorted((a, b) => a - b)).toEqual([...questions.keys()]);
      }),
    );
    expect(ownOrder({ seed: 's', questions }, 'Lin')).toEqual(ownOrder({ seed: 's', questions }, 'lin'));
    expect(ownOrder({ seed: 's', questions }, 'lin')).not.toEqual(ownOrder({ seed: 's', questions }, 'zhou'));
  });
});

describe('发起竞赛 and 发起挑战', () => {
  const room = { name: '换届知识', scope: '本支部', count: '10题' };
  const challenge = { ...room, from: '11-23', until: '11月27日' };

  it('are read however they are typed', () => {
    expect(readRoomOrder(room)).toEqual({ name: '换届知识', count: 10, seconds: 30 });
    expect(readRoomOrder({ ...room, count: '１０道题', seconds: '20秒' })).toMatchObject({
      count: 10,
      seconds: 20,
    });
    for (const count of ['十题', '10道', '十道题']) expect(readRoomOrder({ ...room, count }).count).toBe(10);
    expect(readChallengeOrder(challenge, today)).toEqual({
      name: '换届知识',
      count: 10,
      from: '2026-11-23',
      until: '2026-11-27',
    });
    expect(readChallengeOrder({ ...challenge, from: '今天', count: '10' }, today).from).toBe(today);
  });

  it.each([
    [{ count: '0题' }, '题数要在 1 到 30 之间'],
    [{ count: '999题' }, '题数要在 1 到 30 之间'],
    [{ count: '很多' }, '没有看懂题数“很多”，例如：10题'],
    [{ seconds: '5秒' }, '每题的秒数要在 20 到 60 之间'],
    [{ name: '名'.repeat(40) }, '名称太长了：40 个字'],
    [{ name: '机密' }, '像是涉密'],
  ])('refuse a room with %j', (change, words) => {
    expect(() => readRoomOrder({ ...room, ...change })).toThrow(words);
  });

  it.each([
    [{ from: '11-19' }, '已经过去了'],
    [{ until: '11-21' }, '比开始日期'],
    [{ until: '2027-06-01' }, '太远了'],
    [{ from: '2-30' }, '不是日历上有的日子'],
    [{ from: '以后' }, '没有看懂'],
    [{ count: '51题' }, '题数要在 1 到 50 之间'],
  ])('refuse a challenge with %j', (change, words) => {
    expect(() => readChallengeOrder({ ...challenge, ...change }, today)).toThrow(words);
  });
});
