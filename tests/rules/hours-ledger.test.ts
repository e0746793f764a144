import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesks } from '../../src/chat/desk-store.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { createCategoryCodes } from '../../src/hours/category-codes.ts';
import { createHoursServices } from '../../src/hours/hours-services.ts';
import { createHoursStore, type HoursStore } from '../../src/hours/hours-store.ts';
import type { Credit } from '../../src/hours/hours.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { groupedNumber } from '../../src/wording/grouped-number.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import { localDate } from '../../src/time/local-date.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

const { library } = await loadLibrary('content');
const roster = createRoster(generateRoster(40, 2500), { version: 1, committeeUserids: [] });
const today = localDate(2026, 11, 20);

let redis: TestRedis;
let store: HoursStore;
let services: ReturnType<typeof createHoursServices>;

beforeEach(async () => {
  redis = await testRedis();
  const keys = createKeys(redis.prefix);
  store = createHoursStore(redis.client, keys, createCategoryCodes(library.hours));
  services = createHoursServices({ rules: library.hours, store, desks: createDesks(redis.client, keys) });
});

afterEach(() => redis.close());

/** A turn of the very first person, who is 工委, on a new unit of work. */
function turn(): Turn & { readonly work: StatedWork } {
  const member = roster.find('u00001');
  if (member === undefined) throw new Error('the roster has nobody');
  return { identity: 'x', member, roster, at: 0, today, minute: 0, desk: {}, work: createUnitOfWork() };
}

const test3: Credit = {
  event: { kind: 'paper', number: 3 },
  category: '测试',
  on: today,
  amount: { unit: 'each', count: 1 },
};

async function credit(...credits: readonly Credit[]): Promise<void> {
  const work = createUnitOfWork();
  for (const one of credits) services.hours.credit(work, 'U00001', one);
  await commit(redis.client, work);
}

describe('what the service credits', () => {
  it('is given once for each event, however often it is stated', async () => {
    await credit(test3, test3);
    await credit(test3);
    await credit({ ...test3, event: { kind: 'paper', number: 4 } });
    expect(await services.hours.own(turn(), 2026)).toMatchObject({ total: 1, target: 32 });
  });

  it('is what the table says, in half hours and never more than a day may have', async () => {
    const meeting = (number: number, hours: number): Credit => ({
      event: { kind: 'meeting', number },
      category: '党课',
      on: today,
      amount: { unit: 'hour', count: hours },
    });
    await credit(meeting(1, 1.75), meeting(2, 40), meeting(3, 0.2), meeting(4, -3));
    const { entries } = await services.hours.own(turn(), 2026);
    expect(entries.map(({ event, hours }) => [event, hours])).toEqual([
      [{ kind: 'meeting', number: 1 }, 1.5],
      [{ kind: 'meeting', number: 2 }, 4],
    ]);
  });

  it('is nothing for a category, a unit or a time that the table does not know', async () => {
    await credit(
      { ...test3, category: '自学' },
      { ...test3, amount: { unit: 'hour', count: 2 } },
      { ...test3, on: localDate(2019, 1, 1) },
    );
    expect(await store.entries('u00001', 2026)).toEqual([]);
  });

  it('belongs to its calendar year and is not carried over', async () => {
    await credit({ ...test3, on: localDate(2025, 12, 31) });
    expect((await services.hours.own(turn(), 2025)).total).toBe(0.5);
    expect((await services.hours.own(turn(), 2026)).total).toBe(0);
  });
});

describe('what an officer registers', () => {
  const typed = { category: '集中培训', amount: '4', day: '11-18', people: 'u00002 u00003' };

  it('is written by one of two who register the same at the same moment; the other decides anew', async () => {
    const [one, other] = [turn(), turn()];
    await services.hoursRegistrations.register(one, typed);
    await services.hoursRegistrations.register(other, { ...typed, amount: '8' });
    expect(await commit(redis.client, one.work)).toBeUndefined();
    expect(await commit(redis.client, other.work)).toBeDefined();

    const again = turn();
    const registered = await services.hoursRegistrations.register(again, { ...typed, amount: '8' });
    expect(registered).toMatchObject({ credited: [], already: [{}, {}] });
    expect(await store.entries('u00002', 2026)).toMatchObject([{ hours: 4 }]);
  });

  it('is refused for more people than take part in anything', async () => {
    await expect(services.hoursRegistrations.register(turn(), { ...typed, people: '全体' })).rejects.toThrow(
      '一次最多 2,000 人',
    );
  });

  it('may be for all the people of a large organisation, and is taken back whole', async () => {
    const many = turn();
    const people = '全体 除 @第1机关党委';
    const { credited } = await services.hoursRegistrations.register(many, { ...typed, people });
    expect(credited.length).toBeGreaterThan(1800);
    await commit(redis.client, many.work);

    const back = turn();
    const said = await services.takeBackHours(back, '');
    await commit(redis.client, back.work);
    expect(said).toContain(
      `已撤销刚才记的学时：11月18日（周三）集中培训，${groupedNumber(credited.length)} 人`,
    );
    expect(await store.entries(credited[0]?.userid ?? '', 2026)).toEqual([]);
    expect(await store.latest('u00001')).toEqual([]);
  });

  it('is taken back only where nobody has changed it since', async () => {
    const first = turn();
    await services.hoursRegistrations.register(first, typed);
    await commit(redis.client, first.work);
    const [before] = await store.entries('u00002', 2026);
    if (before === undefined) throw new Error('nothing was registered');
    const correction = createUnitOfWork();
    store.change(correction, [{ userid: 'u00002', before, after: { ...before, hours: 8 } }]);
    await commit(redis.client, correction);

    const back = turn();
    expect(await services.takeBackHours(back, '')).toContain(
      '已撤销刚才记的学时：11月18日（周三）集中培训，1 人',
    );
    await commit(redis.client, back.work);
    expect(await store.entries('u00002', 2026)).toMatchObject([{ hours: 8 }]);
    expect(await store.entries('u00003', 2026)).toEqual([]);
  });
});

describe('hours are kept', () => {
  it('for this year and last, and no longer', async () => {
    await credit(test3, { ...test3, on: localDate(2025, 6, 1) }, { ...test3, on: localDate(2024, 6, 1) });
    await store.forgetBefore('u00001', 2025);
    const years = await Promise.all([2024, 2025, 2026].map((year) => store.entries('u00001', year)));
    expect(years.map(({ length }) => length)).toEqual([0, 1, 1]);
  });

  it('in Redis’ dense encoding, a year of forty meetings in less than 700 bytes', async () => {
    const meetings = Array.from({ length: 40 }, (_, index): Credit => ({
      event: { kind: 'meeting', number: 100 + index },
      category: '三会一课',
      on: localDate(2026, 1 + (index % 10), 1 + (index % 28)),
      amount: { unit: 'hour', count: 1.5 },
    }));
    await credit(...meetings);
    const key = createKeys(redis.prefix)('hours', 2026, 'u00001');
    expect(await redis.client.object('ENCODING', key)).toMatch(/^(?:listpack|ziplist)$/u);
    expect(await redis.client.memory('USAGE', key)).toBeLessThan(700);
  });
});
