import { describe, expect, it, onTestFinished } from 'vitest';
import { createAudienceListStore } from '../../src/audiences/audience-list-store.ts';
import { createAudiences } from '../../src/audiences/audiences.ts';
import { createDesks } from '../../src/chat/desk-store.ts';
import { usualNoticeRules } from '../../src/library/notice-rules.ts';
import { createAnswerStore } from '../../src/notices/answer-store.ts';
import { createNoticeDesk } from '../../src/notices/notice-desk-store.ts';
import { createNoticeServices } from '../../src/notices/notice-services.ts';
import { createNoticeStore } from '../../src/notices/notice-store.ts';
import type { Notice } from '../../src/notices/notice.ts';
import { createReceiptStore } from '../../src/notices/receipt-store.ts';
import { createAddressing } from '../../src/post/addressing.ts';
import { createPost } from '../../src/post/post.ts';
import { commit as commitTo } from '../../src/redis/commit.ts';
import { connectRedis, closeRedis } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { isPartyMember } from '../../src/roster/party-member.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { createZone } from '../../src/time/zone.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { testRedis } from '../support/redis.ts';

type Commit = (work: StatedWork) => Promise<number | undefined>;

const zone = createZone('Asia/Shanghai');
const nine = zone.instantOf(localDate(2026, 11, 23), 540);
const roster = createRoster(generateRoster(7, 60), { version: 1, committeeUserids: [] });

const members = roster.people.filter(isPartyMember).length;

const scheduled: Notice = {
  number: 1,
  text: '请核对名册',
  questions: [],
  audience: '全体',
  audienceName: '全体',
  author: roster.people[0]?.userid ?? '',
  urgency: 'usual',
  life: { state: 'scheduled', due: nine, revision: 0 },
};

describe('a notice that is set for a time', () => {
  it('is sent once, however many replicas look at the same moment', async () => {
    const { advance, accepted } = await begin();
    await Promise.all(Array.from({ length: 10 }, () => advance(nine)));
    await advance(nine + 60_000);
    expect(await accepted()).toEqual([`notice-1 ${members}`]);
  });

  it('is sent by the next one when a process dies before it is written', async () => {
    let deaths = 0;
    const { advance, accepted } = await begin((commit) => (work) => {
      deaths += 1;
      return deaths === 1 ? Promise.reject(new Error('killed')) : commit(work);
    });
    await expect(advance(nine)).rejects.toThrow('killed');
    expect(await accepted()).toEqual([]);
    await advance(nine + 60_000);
    await advance(nine + 120_000);
    expect(await accepted()).toEqual([`notice-1 ${members}`]);
  });

  it('is not sent at a time from which it was put off at that very moment', async () => {
    const later = { ...scheduled, life: { state: 'scheduled', due: nine + 3_600_000, revision: 1 } } as const;
    const { store, advance, accepted, write } = await begin((commit) => async (work) => {
      // Its author is faster, between what the round read and what it writes.
      await write((change) => {
        store.change(change, scheduled, later);
        store.plan(change, { what: 'send', number: 1 }, later.life.due);
      });
      return commit(work);
    });
    await advance(nine);
    expect(await accepted()).toEqual([]);
    expect(await store.due(later.life.due)).toEqual([{ what: 'send', number: 1 }]);
    expect(await store.find(1)).toEqual(later);
  });

  it('that was called off is forgotten', async () => {
    const { store, advance, accepted, write } = await begin();
    await write((change) =>
      store.change(change, scheduled, { ...scheduled, life: { state: 'dropped', why: 'cancelled', at: 0 } }),
    );
    await advance(nine);
    expect(await accepted()).toEqual([]);
    expect(await store.due(Infinity)).toEqual([]);
  });
});

/** The rounds of a service, and what they had delivery accept: `notice-1 60`, the letter and its recipients. */
async function begin(around: (commit: Commit) => Commit = (commit) => commit) {
  const { url, prefix, close } = await testRedis();
  const redis = await connectRedis(url);
  onTestFinished(async () => {
    await closeRedis(redis);
    await close();
  });
  const keys = createKeys(prefix);
  const acceptedKey = keys('accepted');
  const store = createNoticeStore(redis, keys);
  const desks = createDesks(redis, keys);
  const commit: Commit = (work) => commitTo(redis, work);
  const { noticeRounds } = createNoticeServices({
    store,
    receipts: createReceiptStore(redis, keys),
    answers: createAnswerStore(redis, keys),
    desk: createNoticeDesk(desks.key),
    desks,
    audiences: createAudiences(createAudienceListStore(redis, keys)),
    automatic: { announce: () => Promise.resolve() },
    post: createPost({
      address: createAddressing({ desks, zone, calendar: createWorkCalendar([]) }),
      accept(work, { id, ...entry }) {
        const people = 'recipients' in entry ? entry.recipients.length : 0;
        work.write('RPUSH', acceptedKey, `${id.replace(/-[ct]\w+-\d+$/u, '')} ${people}`);
      },
    }),
    quota: { on: () => Promise.resolve({ most: 0, sent: 0, promised: 0, left: 0 }) },
    withdrawals: { state: () => {}, of: () => Promise.resolve(undefined) },
    zone,
    calendar: createWorkCalendar([]),
    rules: usualNoticeRules,
    roster: () => Promise.resolve(roster),
    commit: around(commit),
  });
  const write = async (state: (work: StatedWork) => void): Promise<void> => {
    const work = createUnitOfWork();
    state(work);
    await commit(work);
  };
  await write((work) => {
    store.add(work, scheduled);
    store.plan(work, { what: 'send', number: 1 }, nine);
  });
  return {
    store,
    write,
    advance: (at: number) => noticeRounds.advance(at),
    accepted: () => redis.lrange(acceptedKey, 0, -1),
  };
}
