import { Fault } from '../errors.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Desk } from './desk.ts';
import type { InboxStore } from './inbox-store.ts';
import type { QueuedTurn } from './queued-turn.ts';
import type { Saying } from './saying.ts';

/**
 * Decides a claimed turn and writes it, with its answer, in one step.
 * Returns the passive answer, '' for none; `undefined` when it has to be looked at again: somebody else
 * was faster, or WeCom was told "received" meanwhile.
 */
export type DoTurn = (turn: QueuedTurn) => Promise<string | undefined>;

export interface Claim {
  readonly saying: Saying;
  /** WeCom no longer waits: the answer has to be sent. */
  readonly late: boolean;
  readonly rosterVersion: string;
  readonly desk: Desk;
  /** Why the turn cannot be done: that is all there is to say. */
  readonly failure?: Fault;
}

/** What a turn came to. Its changes and its messages have been stated on the unit of work. */
export interface Outcome {
  /** The passive reply, '' for none; `undefined`: not even that may be kept. */
  readonly answer: string | undefined;
}

export interface TurnParts {
  readonly store: Pick<InboxStore, 'desk' | 'finish' | 'work'>;
  /** Decides a turn. Called again, with fresh data, when what it relied on has changed meanwhile. */
  take(claim: Claim, work: StatedWork): Promise<Outcome>;
  /** Called after a unit was written, so that the messages it accepts go out at once. */
  written(work: StatedWork): void;
}

/**
 * A turn that cannot be done is answered as a failure and is over: it must not keep the member's later
 * ones waiting. Only when not even that can be written, because Redis is away, does the turn stay.
 */
export function createDoTurn({ store, take, written }: TurnParts): DoTurn {
  return async (turn) => {
    let claim: Claim = turn;
    for (let attempt = 1; ; attempt += 1) {
      let failure = attempt < attempts ? undefined : new Fault('finishing a turn', conflicting);
      try {
        const work = store.work(turn);
        const { answer } = await take(claim, work);
        const ended = await store.finish(turn, { work, answer });
        if (ended === 'taken') return undefined;
        if (ended === 'done') {
          written(work);
          return turn.late ? '' : (answer ?? '');
        }
      } catch (error) {
        if (claim.failure !== undefined) throw error;
        failure = new Fault('doing a turn', 'see the cause', error);
      }
      claim = { ...turn, desk: await store.desk(turn.member), ...(failure && { failure }) };
    }
  };
}

/** Expectations fail only when two people decide the same thing in the same millisecond. */
const attempts = 8;

const conflicting = 'its data changed at every attempt; look for a job that writes in a loop';
