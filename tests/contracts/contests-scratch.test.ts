import { it } from 'vitest';
import { world } from '../support/world.ts';
import { startReplica } from '../support/replica-start.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { createContestStore } from '../../src/contests/contest-store.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { commit } from '../../src/redis/commit.ts';
import { newEntry, withMark } from '../../src/contests/entry.ts';
import { localDate } from '../../src/time/local-date.ts';
import { loadLibrary } from '../../src/library/load-library.ts';

it('measures', { timeout: 300000 }, async () => {
  const { library } = await loadLibrary('content');
  const lists = generateRoster(133, 10000);
  const here = await world({ replicas: 0, lists, start: '2026-11-27 23:59' });
  const store = createContestStore(here.redis, createKeys(here.settings.redisPrefix));
  const w = createUnitOfWork();
  store.add(w, { form: 'challenge', number: 1, name: 'x', scope: 'GW', scopeName: '全体', author: 'u00001', seed: 's', questions: library.quizQuestions.slice(0, 20).map(({ id }) => id), from: localDate(2026, 11, 20), until: localDate(2026, 11, 27) });
  await commit(here.redis, w);
  for (let i = 0; i < lists.people.length; i += 500) {
    const work = createUnitOfWork();
    for (const { userid } of lists.people.slice(i, i + 500)) store.keep(work, 1, userid, Array.from({ length: Number(userid.slice(1)) % 21 }).reduce<ReturnType<typeof newEntry>>((e, _, k) => withMark(e, k, 'right'), newEntry(20)));
    await commit(here.redis, work);
  }
  const replica = await startReplica(here);
  await replica.settle();
  here.clock.advance(60000);
  const t = performance.now();
  const pings: number[] = [];
  let on = true;
  const pinger = (async () => { while (on) { const a = performance.now(); await here.redis.ping(); pings.push(performance.now() - a); await new Promise((r) => setTimeout(r, 2)); } })();
  await replica.app.services.contestSteps.advance(here.clock.now());
  on = false; await pinger;
  console.log('finish 10,000 ms', performance.now() - t, 'longest ping', Math.max(...pings));
  const state = await here.redis.hget(`${here.settings.redisPrefix}:{b}:contest:1:state`, 'result');
  console.log('result bytes', state?.length, 'entries', await here.redis.memory('USAGE', `${here.settings.redisPrefix}:{b}:contest:1:entries`), 'waiting', await here.redis.hlen(`${here.settings.redisPrefix}:{b}:automatic:waiting`));
  await replica.stop(); await here.close();
});
