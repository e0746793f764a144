import { mkdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeRedis, connectRedis } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createRosterStore } from '../../src/roster/roster-store.ts';
import type { Exchange } from '../../src/simulator/callbacks/exchange.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { parseLocalDate } from '../../src/time/local-date.ts';
import { eventually } from '../support/eventually.ts';
import { dedicatedRedis, type DedicatedRedis } from '../support/redis.ts';
import { startReplica, type StartedReplica } from '../support/replica-start.ts';
import { tapRedis, type RedisTap } from '../support/replica-tap.ts';
import { world, type World } from '../support/world.ts';

const busy = (words: string): string => `系统正忙，这条没有记下。请一分钟后再发一次：${words}`;
const checkedIn = '今天的学习签到已记下（11月20日 周五）。\n想看今天的内容，发“学习”。';

describe.concurrent('while Redis', () => {
  it('is gone, the member is told so; then the same message works once', { timeout: 60_000 }, async () => {
    await onStage(async ({ redis, replica, lin }) => {
      await lin.says('帮助');
      await redis.kill();
      const exchange = await lin.types('签到');
      expect(exchange.answer).toBe(busy('签到'));
      expect(exchange.attempts).toHaveLength(1);
      const ready = await fetch(`${replica.url}/readyz`);
      expect(ready.status).toBe(503);
      expect(await ready.text()).toMatch(/^redis: takes no writes/u);
      expect((await fetch(`${replica.url}/healthz`)).status).toBe(200);

      await redis.start();
      await becomesReady(replica);
      expect(await lin.says('签到')).toBe(checkedIn);
      expect(await lin.says('签到')).toBe('今天已经签过了，9:00。');
    });
  });

  it('is away for a moment, the member notices nothing', { timeout: 60_000 }, async () => {
    await onStage(async ({ tap, lin }) => {
      await lin.says('帮助');
      tap.refuse();
      const answer = lin.says('签到');
      await tap.turnedAway();
      tap.restore();
      expect(await answer).toBe(checkedIn);
    });
  });

  it('hangs, the member is told so, and what it does later has no effect', { timeout: 60_000 }, async () => {
    await onStage(async ({ redis, replica, look, lin }) => {
      await lin.says('帮助');
      redis.freeze();
      const exchange = await lin.types('学习');
      expect(exchange.answer).toBe(busy('学习'));
      expect(exchange.attempts).toHaveLength(1);

      redis.thaw();
      await becomesReady(replica);
      await eventually(async () => expect(await look.open()).toEqual([]));
      expect(await look.studied()).toBe(0);
      await lin.types('学习');
      await replica.settle();
      expect(await look.studied()).toBe(1);
      expect(lin.messages().filter(({ text }) => text.includes('已学完'))).toHaveLength(1);
    });
  });

  it('refuses to write because its disk is full, the member is told so', { timeout: 60_000 }, async () => {
    await onStage(async ({ redis, replica, look, lin }) => {
      await lin.says('帮助');
      const control = await connectRedis(redis.url);
      const obstacle = join(dirname(redis.url.replace('unix://', '')), 'dump.rdb');
      await mkdir(obstacle);
      await control.config('SET', 'save', '3600 1');
      await control.bgsave();
      await eventually(async () => expect(await control.ping().catch(String)).toContain('MISCONF'));

      expect(await lin.says('签到')).toBe(busy('签到'));
      const ready = await fetch(`${replica.url}/readyz`);
      expect(ready.status).toBe(503);
      expect(await ready.text()).toContain('MISCONF');
      expect(await look.open()).toEqual([]);

      await rmdir(obstacle);
      await control.bgsave();
      await becomesReady(replica);
      expect(await lin.says('签到')).toBe(checkedIn);
      await closeRedis(control);
    });
  });

  it(
    'is gone, a tap on a card is answered with an error, and works when WeCom repeats it',
    { timeout: 60_000 },
    async () => {
      await onStage(async ({ redis, replica, lin, simulator }) => {
        await lin.says('学习');
        await redis.kill();
        const tapped = lin.taps('已学完');
        await simulator.waitFor(
          () => replies(simulator).includes(500),
          'a tap that is answered with an error',
        );
        await redis.start();

        expect(await tapped).toMatchObject({ status: 200, answer: null });
        await replica.settle();
        expect(lin.lastMessage()?.text).toContain('已学完 11-20 09:00');
        expect(simulator.calls('message/update_template_card')).toHaveLength(1);
        expect(lin.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
      });
    },
  );
});

describe.concurrent('when the connection is lost between a step and the news of it', () => {
  it.each([1, 2])('the answer is found again (step %i)', { timeout: 60_000 }, async (step) => {
    await onStage(async ({ tap, replica, look, lin }) => {
      await lin.says('帮助');
      tap.cutAfter(step, () => tap.restore());
      expect(await lin.says('签到')).toBe(checkedIn);
      await replica.settle();
      expect(lin.messages().filter(({ from }) => from === 'bot')).toHaveLength(2);
      expect(await look.open()).toEqual([]);
    });
  });

  it('for long, and the turn was not done, it has no effect', { timeout: 60_000 }, async () => {
    await onStage(async ({ tap, replica, look, lin }) => {
      await lin.says('帮助');
      tap.cutAfter(1, () => tap.refuse());
      const exchange = await lin.types('签到');
      expect(exchange.answer).toBe(busy('签到'));
      expect(await look.open()).toHaveLength(1);

      tap.restore();
      await eventually(async () => expect(await look.open()).toEqual([]));
      await becomesReady(replica);
      expect(await lin.says('签到')).toBe(checkedIn);
    });
  });

  it('for long, and the turn was done, the member gets its answer later', { timeout: 60_000 }, async () => {
    await onStage(async ({ tap, replica, lin }) => {
      await lin.says('帮助');
      tap.cutAfter(2, () => tap.refuse());
      const exchange = await lin.types('签到');
      expect(exchange.answer).toBe(busy('签到'));

      tap.restore();
      await lin.sees(checkedIn);
      await replica.settle();
      expect(lin.messages().filter(({ text }) => text === checkedIn)).toHaveLength(1);
    });
  });
});

interface Stage {
  readonly redis: DedicatedRedis;
  readonly tap: RedisTap;
  readonly replica: StartedReplica;
  readonly simulator: World['simulator'];
  readonly lin: SimulatedUser;
  readonly look: {
    /** Entries of the member's queue. */
    open(): Promise<readonly string[]>;
    /** How many study items the member has had. */
    studied(): Promise<number>;
  };
}

/** One replica whose Redis is nobody else's. */
async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  const redis = await dedicatedRedis();
  const [stage, tap] = await Promise.all([world({ replicas: 0 }), tapRedis(redis.url)]);
  const { simulator, settings, lists, person } = stage;
  const keys = createKeys(settings.redisPrefix);
  const today = parseLocalDate('2026-11-20');
  if (today === undefined) throw new Error('not a day');
  const client = await connectRedis(redis.url);
  await createRosterStore(client, keys).replace(undefined, lists, today);
  const replica = await startReplica(stage, { redisUrl: tap.url, queueUrl: redis.url });
  simulator.setCallbackUrl(replica.callbackUrl);
  try {
    await play({
      redis,
      tap,
      replica,
      simulator,
      lin: person('林晓棠'),
      look: {
        open: () => client.lrange(keys('inbox', 'lin.xiaotang'), 0, '-1'),
        studied: () => client.hlen(keys('study', 'lin.xiaotang')),
      },
    });
    expect(simulator.violations).toEqual([]);
  } finally {
    await replica.stop();
    await closeRedis(client);
    await stage.close();
    await tap.close();
    await redis.remove();
  }
}

async function becomesReady({ url }: StartedReplica): Promise<void> {
  await eventually(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
}

function replies({ transcript }: World['simulator']): readonly Exchange['status'][] {
  return transcript.flatMap((entry) => (entry.kind === 'reply' ? [entry.status] : []));
}
