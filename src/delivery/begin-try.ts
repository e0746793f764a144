import type { RedisClient } from '../redis/connect.ts';
import { beginScript } from './begin-script.ts';
import type { SendEntry } from './outbox-entry.ts';
import { windowKeys, type OutboxKeys } from './outbox-keys.ts';

/** Whether a message may go to WeCom now. Instants are milliseconds by Redis' clock. */
export type Beginning =
  /** Send `body`; it may have been chosen by an earlier try. `tried` identifies this try's claim. */
  | {
      readonly kind: 'go';
      readonly follower: string | undefined;
      readonly body: string;
      readonly tried: string;
      readonly now: number;
      readonly minuteLeft: number;
      /** `once`: its series for everybody. */
      readonly counted: 'once' | 'each';
      /** People, in lower case, whom the last message did not reach: of the recipients, perhaps others too. */
      readonly unreachable: readonly string[];
    }
  /** These recipients, in lower case, have got as much as a minute or an hour allows. */
  | {
      readonly kind: 'full';
      readonly follower: string | undefined;
      readonly full: ReadonlySet<string>;
      readonly triedBefore: boolean;
      readonly now: number;
      readonly wait: number;
    }
  /** A try so long ago that a repeat might be delivered twice; whether it arrived cannot be known. */
  | {
      readonly kind: 'tooLate';
      readonly follower: string | undefined;
      readonly tried: string;
      readonly now: number;
    }
  /** There are no bytes to send. */
  | NotTried<'bodiless'>
  /** The hours in which it may begin are over. */
  | NotTried<'closed'>
  /** The day has not so many person-times left for messages that can wait. */
  | NotTried<'spent'>
  /** Another sender has settled it. */
  | { readonly kind: 'gone' };

interface NotTried<Kind extends string> {
  readonly kind: Kind;
  readonly follower: string | undefined;
  readonly now: number;
}

export interface Attempt {
  /** What to send if this is the first try; `''` when it cannot be encoded. */
  readonly body: string;
  /** The day of WeCom's, for the quota. */
  readonly day: number;
  /** How far messages that can wait may use up the day, in person-times. */
  readonly mostUnasked: number;
  /** The instant by the product's clock. */
  readonly at: number;
}

/** The step before every send; `beginScript` tells what it does. */
export async function beginTry(
  redis: RedisClient,
  keys: OutboxKeys,
  { id, series = id, hours }: SendEntry,
  { body, day, mostUnasked, at }: Attempt,
): Promise<Beginning> {
  const answer = (await beginScript(
    redis,
    [
      keys.entries,
      keys.bodies,
      keys.tried,
      keys.followers,
      keys.unreachable,
      keys.quota,
      keys.series,
      keys.sizes,
      ...windowKeys(keys.minute, keys.hour),
    ],
    [
      id,
      body,
      series,
      day,
      hours === undefined ? '' : mostUnasked,
      hours !== undefined && at >= hours.until ? 'closed' : 'open',
    ],
  )) as Answer;

  if (answer[0] === 'gone') return { kind: 'gone' };
  const [, waiting, now] = answer;
  const follower = waiting === '' ? undefined : waiting;
  switch (answer[0]) {
    case 'bodiless':
    case 'closed':
    case 'spent':
      return { kind: answer[0], follower, now };
    case 'tooLate':
      return { kind: 'tooLate', follower, now, tried: answer[3] };
    case 'full': {
      const [, , , triedBefore, wait, ...full] = answer;
      return { kind: 'full', follower, now, full: new Set(full), triedBefore: triedBefore === 1, wait };
    }
    case 'go': {
      const [, , , before, tried, minuteLeft, counted, ...unreachable] = answer;
      const sent = before === '' ? body : before;
      return { kind: 'go', follower, now, body: sent, tried, minuteLeft, counted, unreachable };
    }
  }
}

type Answer =
  | readonly ['gone']
  | readonly ['bodiless' | 'closed' | 'spent', follower: string, now: number]
  | readonly ['tooLate', follower: string, now: number, tried: string]
  | readonly [
      'full',
      follower: string,
      now: number,
      triedBefore: number,
      wait: number,
      ...full: readonly string[],
    ]
  | readonly [
      'go',
      follower: string,
      now: number,
      before: string,
      tried: string,
      minuteLeft: number,
      counted: 'once' | 'each',
      ...unreachable: readonly string[],
    ];
