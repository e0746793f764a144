import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answered } from '../../src/quiz/answered.ts';
import { createQuizStore } from '../../src/quiz/quiz-store.ts';
import { reviewAfter } from '../../src/quiz/review.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/redis/unit-of-work.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';
import { testRedis } from '../support/redis.ts';

const today = localDate(2026, 11, 20);

describe('answers', () => {
  it.each(['q1', 'q01', 'q123', '123', '01', 'Q7', 'dang-zhang_k3x9q', 'q', 'q-7', 'q1a'])(
    'are found again by their question, also %s',
    async (id) => {
      const { store, write } = await begin();
      await write((work) => store.note(work, 'Lin', id, { first: today }));
      expect([...(await store.answered('LIN'))]).toEqual([[id, { first: today }]]);
      expect(await store.questionsOfEach(['lin', 'zhou'])).toEqual([new Set([id]), new Set()]);
    },
  );

  it('to questions with names alike are apart', async () => {
    const { store, write } = await begin();
    const ids = ['q7', '7', 'q07', '07', 'Q7'];
    await write((work) => {
      for (const [index, id] of ids.entries()) store.note(work, 'lin', id, { first: addDays(today, index) });
    });
    const found = [...(await store.answered('lin'))].map(([id, { first }]) => [id, first]);
    expect(new Map(found as [string, string][])).toEqual(
      new Map(ids.map((id, index) => [id, addDays(today, index)])),
    );
  });

  it('since a day are counted by the last time a question was answered', async () => {
    const { store, write } = await begin();
    const yesterday = addDays(today, -1);
    const reviewed: Answered = {
      first: addDays(today, -30),
      review: reviewAfter(reviewAfter(undefined, 'wrong', addDays(today, -30)), 'right', today),
    };
    await write((work) => {
      store.note(work, 'lin', 'q1', { first: yesterday });
      store.note(work, 'lin', 'q2', { first: today });
      store.note(work, 'zhou', 'q1', reviewed);
      store.note(work, 'wang', 'q1', { first: addDays(today, -31) });
    });
    const count = (day: typeof today) => store.answeredSince(['Lin', 'Zhou', 'Wang', 'nobody'], day);
    expect(await count(addDays(today, -31))).toEqual([2, 1, 1, 0]);
    expect(await count(yesterday)).toEqual([2, 1, 0, 0]);
    expect(await count(today)).toEqual([1, 1, 0, 0]);
    expect(await count(addDays(today, 1))).toEqual([0, 0, 0, 0]);
  });

  it('of more people than go into one request are counted in their order', async () => {
    const { store, write } = await begin();
    const people = Array.from({ length: 1234 }, (_, index) => `member${index}`);
    await write((work) => {
      for (const [index, userid] of people.entries()) {
        if (index % 3 === 0) store.note(work, userid, 'q1', { first: today });
      }
    });
    expect(await store.answeredSince(people, today)).toEqual(
      people.map((_, index) => (index % 3 === 0 ? 1 : 0)),
    );
  });

  it('before a day are forgotten, but not those repeated since', async () => {
    const { store, write } = await begin();
    const old = addDays(today, -400);
    const wrong = reviewAfter(undefined, 'wrong', old);
    await write((work) => {
      store.note(work, 'lin', 'q1', { first: old });
      store.note(work, 'lin', 'q2', { first: today });
      store.note(work, 'lin', 'q3', { first: old, review: wrong });
      store.note(work, 'lin', 'q4', { first: old, review: reviewAfter(wrong, 'right', today) });
      store.note(work, 'lin', '5', { first: old });
    });
    await store.forgetBefore('Lin', addDays(today, -365));
    await store.forgetBefore('Lin', addDays(today, -365));
    expect([...(await store.answered('lin')).keys()].toSorted()).toEqual(['q2', 'q4']);
  });

  it('that are damaged count as not given', async () => {
    const { store, redis, keys } = await begin();
    await redis.hset(keys('quiz', 'lin'), 'q1x', 'g15', '2', '', '3', 'zzzzz', '4', '20777');
    expect([...(await store.answered('lin')).keys()]).toEqual(['q4']);
    expect(await store.answeredSince(['lin'], today)).toEqual([1]);
  });
});

async function begin() {
  const { client, prefix, close } = await testRedis();
  onTestFinished(close);
  const keys = createKeys(prefix);
  return {
    redis: client,
    keys,
    store: createQuizStore(client, keys),
    async write(state: (work: UnitOfWork) => void): Promise<void> {
      const work = createUnitOfWork();
      state(work);
      await commit(client, work);
    },
  };
}
