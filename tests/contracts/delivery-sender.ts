import { quotaDay, startOfQuotaDay } from '../../src/delivery/daily-quota.ts';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import type { Deed, DeliveryEvent } from '../../src/delivery/delivery-event.ts';
import type { OutboxEntry } from '../../src/delivery/outbox-entry.ts';
import type { DeliveryReport } from '../../src/delivery/outcome.ts';
import { defaultPace, type Pace } from '../../src/delivery/pace.ts';
import type { Readdress } from '../../src/delivery/readdress.ts';
import type { Sender } from '../../src/delivery/sender.ts';
import { createLog } from '../../src/log.ts';
import { connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import type { Clock } from '../../src/time/clock.ts';
import { createClient } from '../../src/wecom/client.ts';
import { addressed, encodeSend } from '../../src/wecom/encode-send.ts';
import { file } from '../../src/wecom/message.ts';
import { createTransport } from '../../src/wecom/transport.ts';
import { renewedToken } from './delivery-wecom.ts';

/** Patience in milliseconds instead of minutes; the order of things stays the same. */
export const quickPace: Pace = {
  ...defaultPace,
  lookEvery: 100,
  lease: 2000,
  lock: 1000,
  lookForStalled: 400,
  firstRetry: 10,
  longestRetry: 200,
  longestCrowded: 50,
  firstBackOff: 60,
  longestBackOff: 400,
  probeEvery: 100,
};

/** WeCom's real client, which repeats a failed call at once. `spaces`: how a release lays out its requests. */
function openSender(url: string, spaces: number): Sender {
  const transport = createTransport({ apiBase: url, wait: () => Promise.resolve() });
  const tokens = { current: () => Promise.resolve('token'), refresh: () => Promise.resolve(renewedToken) };
  const client = createClient({ transport, tokens, agentId: 7 });
  return {
    encodeSend: (call) => JSON.stringify(JSON.parse(encodeSend({ ...call, agentId: 7 })), undefined, spaces),
    send: (encoded, touser) => client.send(addressed(encoded, touser)),
    updateCard: (update) => client.updateCard(update),
    picture: () => Promise.resolve(undefined),
    file: async (name, bytes) => file(await client.uploadMedia({ type: 'file', name, bytes })),
    recall: (messageId) => client.recall(messageId),
    probe: () => client.getAgent(),
    close: () => transport.close(),
  };
}

/** Keeps of every recipient of every entry what became of it: hash `outcome`, `<entry> <userid>` → text. */
function reportInto(keys: Keys): DeliveryReport {
  return {
    settle(work, { id, recipients }, { reached, missed }) {
      const texts = new Map(reached.map((userid) => [userid, 'reached']));
      for (const [reason, userids] of missed) for (const userid of userids) texts.set(userid, reason);
      const [entry = id] = id.split('.');
      for (const userid of recipients) {
        work.write('HSET', keys('outcome'), `${entry} ${userid}`, texts.get(userid) ?? 'forgotten');
        work.write('HINCRBY', keys('outcome', 'times'), `${entry} ${userid}`, 1);
      }
    },
  };
}

export interface TestDelivery {
  readonly delivery: Delivery;
  readonly redis: RedisClient;
  readonly keys: Keys;
  readonly events: readonly Deed[];
  /** What was refused and who was missed, as counted. */
  readonly told: readonly Exclude<DeliveryEvent, Deed>[];
  /** The lines of the log from `info` up. */
  readonly logged: readonly string[];
  /** Accepts entries, due now unless said otherwise, in one step, and wakes the delivery. */
  accept(entries: readonly OutboxEntry[], due?: number): Promise<void>;
  /** What became of each recipient, as `reportInto` keeps it. */
  outcomes(): Promise<Readonly<Record<string, string>>>;
  /** How often each recipient was reported. */
  timesReported(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export interface TestDeliveryParts {
  readonly redisUrl: string;
  readonly wecomUrl: string;
  readonly prefix: string;
  readonly clock: Clock;
  readonly pace?: Pace;
  /** Another release may write the same request with other bytes: blanks of indentation. */
  readonly spaces?: number;
  /** How many accounts the corp may have, for the daily quota. */
  readonly accounts?: number;
  readonly readdress?: Readdress;
}

/** Everybody from the next 8:00 to 21:00 in Beijing on. */
const nextMorning: Readdress = (userids, _, from) => {
  const hour = 3_600_000;
  const eight = startOfQuotaDay(quotaDay(from)) + 8 * hour;
  const due = from <= eight ? eight : eight + 24 * hour;
  return Promise.resolve([{ userids, when: { due, until: due + 13 * hour } }]);
};

export async function openDelivery(parts: TestDeliveryParts): Promise<TestDelivery> {
  const {
    redisUrl,
    wecomUrl,
    prefix,
    clock,
    pace = quickPace,
    spaces = 0,
    accounts = 10_000,
    readdress = nextMorning,
  } = parts;
  const keys = createKeys(prefix);
  const redis = await connectRedis(redisUrl);
  const events: Deed[] = [];
  const told: Exclude<DeliveryEvent, Deed>[] = [];
  const logged: string[] = [];
  const delivery = createDelivery({
    redis,
    connectQueue: () => connectRedis(redisUrl, { answers: 'patiently', pipelining: 'automatic' }),
    keys,
    clock,
    log: createLog('info', { write: (line) => logged.push(line) }),
    openSender: () => openSender(wecomUrl, spaces),
    report: reportInto(keys),
    readdress,
    accounts: () => Promise.resolve(accounts),
    observe(event) {
      if (typeof event === 'string') events.push(event);
      else told.push(event);
    },
    pace,
  });
  return {
    delivery,
    redis,
    keys,
    events,
    told,
    logged,
    async accept(entries, due = clock.now()) {
      const work = createUnitOfWork();
      for (const entry of entries) delivery.state(work, entry, due);
      await commit(redis, work);
      delivery.wake();
    },
    outcomes: () => redis.hgetall(keys('outcome')),
    timesReported: () => redis.hgetall(keys('outcome', 'times')),
    async close() {
      await delivery.close(2000);
      redis.disconnect();
    },
  };
}
