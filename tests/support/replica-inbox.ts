import { createInbox, type Inbox, type InboxParts } from '../../src/chat/inbox.ts';
import { createInboxStore, type InboxStore } from '../../src/chat/inbox-store.ts';
import type { Claim } from '../../src/chat/inbox-turn.ts';
import type { Saying } from '../../src/chat/saying.ts';
import { commit } from '../../src/redis/commit.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { testRedis } from './redis.ts';

/** The Redis that some inboxes share, and what their turns wrote into it. */
export interface InboxBench {
  readonly redis: RedisClient;
  readonly keys: Keys;
  /** An inbox on a connection of its own, as one replica has it. */
  replica(options?: ReplicaOptions): Promise<Inbox>;
  /** Identities in the order in which their turns took effect. */
  journal(): Promise<readonly string[]>;
  /** What was sent actively, in order. */
  sent(): Promise<readonly string[]>;
  /** Keys that are left over besides the journal and the kept answers, without the prefix. */
  leftOver(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface ReplicaOptions extends Partial<Pick<InboxParts, 'patience' | 'take'>> {
  /** How long a turn is left to whoever claimed it, in milliseconds. */
  readonly lease?: number;
  /** Called when a turn is about to be decided; the turn waits for it. */
  readonly before?: (claim: Claim) => unknown;
  /** What the inbox uses in the place of its store. */
  readonly wrap?: (store: InboxStore) => InboxStore;
  /** Where the product's clock stands. */
  readonly now?: () => number;
}

export const present = Date.UTC(2026, 10, 20, 1);

/** A text of one person, whose identity is also what it says. */
export function said(identity: string, from = 'lin.xiaotang', createdAt = present): Saying {
  return { identity, from, createdAt, act: { kind: 'typed', text: identity } };
}

/** A turn leaves its identity in the journal and answers `<identity>: done`. */
export async function inboxBench(): Promise<InboxBench> {
  const { url, prefix, client: redis, close: closeClient } = await testRedis();
  const keys = createKeys(prefix);
  const connections: RedisClient[] = [];
  const own = new Set([keys('journal'), keys('sent')]);

  return {
    redis,
    keys,
    async replica({
      lease = 2000,
      before,
      wrap = (store: InboxStore) => store,
      now = () => present,
      ...options
    } = {}) {
      const connection = await connectRedis(url, { pipelining: 'automatic' });
      connections.push(connection);
      return createInbox({
        store: wrap(createInboxStore(connection, keys, lease)),
        clock: { now },
        async take(claim, work) {
          await before?.(claim);
          const { identity } = claim.saying;
          if (claim.failure === undefined) work.write('RPUSH', keys('journal'), identity);
          const answer = `${identity}: ${claim.failure === undefined ? 'done' : 'failed'}`;
          if (!claim.late) return { answer };
          work.write('RPUSH', keys('sent'), answer);
          return { answer: '' };
        },
        sendLate: (_, answer, work) => work.write('RPUSH', keys('sent'), answer),
        commit: (work) => commit(connection, work),
        written: () => {},
        ...options,
      });
    },
    journal: () => redis.lrange(keys('journal'), 0, '-1'),
    sent: () => redis.lrange(keys('sent'), 0, '-1'),
    async leftOver() {
      const all = await redis.keys(`${prefix}:*`);
      return all
        .filter((key) => !own.has(key) && !key.startsWith(keys('answer', '')))
        .map((key) => key.slice(keys('').length));
    },
    async close() {
      await Promise.all(connections.map(closeRedis));
      await closeClient();
    },
  };
}

/** A door a turn waits at until the test opens it, and the fact that somebody has come to it. */
export function gate(): { readonly reached: Promise<void>; open(): void; pass(): Promise<void> } {
  let open = (): void => {};
  let arrive = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    reached,
    open: () => open(),
    pass() {
      arrive();
      return opened;
    },
  };
}
