import { Fault } from '../errors.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Desk } from './desk.ts';
import type { InboxStore } from './inbox-store.ts';
import type { QueuedTurn } from './queued-turn.ts';
import type { Saying } from './saying.ts';

/**
 * Decides a claimed turn and writes it, with its answer, in one step.
 * Returns the passive answer, '' for none; `undefined` when somebody else was faster.
 */
export type DoTurn = (turn: QueuedTurn) => Promise<string | undefined>;

export interface Claim {
  readonly saying: Saying;
  /** WeCom no longer waits: the answer has to be sent. */
  readonly late: boolean;
  readonly rosterVersion: string;
  readonly desk: Desk;
  /** Why the turn cannot be done: that is all there is to say. */
  readonly failure?: Fault | undefined;
}

/** What a turn came to. Its changes and its messages have been stated on the unit of work. */
export interface Outcome {
  /** The passive reply, '' for none; `undefined`: not even that may be kept. */
  readonly answer: string | undefined;
}

export interface TurnParts {
  readonly store: Pick<InboxStore, 'desk' | 'finish'>;
  /** Decides a turn. Called again, with fresh data, when what it relied on has changed meanwhile. */
  take(claim: Claim, work: StatedWork): Promise<Outcome>;
  /** States that a text is to be sent to the member, because WeCom no longer waits for it. */
  sendLate(saying: Saying, answer: string, work: StatedWork): void;
  /** Called after changes were written, so that accepted messages go out at once. */
  written(): void;
}

/**
 * A turn that cannot be done is answered as a failure and is over: it must not keep the member's later
 * ones waiting. Only when not even that can be written, because Redis is away, does the turn stay.
 */
export function createDoTurn({ store, take, sendLate, written }: TurnParts): DoTurn {
  return async (turn) => {
    let { desk, failure } = turn;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const ended = await tryTurn(turn, { ...turn, desk, failure });
        if (ended !== 'conflict') return ended.answer;
        if (attempt >= attempts) failure = new Fault('finishing a turn', conflicting);
      } catch (error) {
        if (failure !== undefined) throw error;
        failure = new Fault('doing a turn', 'see the cause', error);
      }
      desk = await store.desk(turn.member);
    }
  };

  async function tryTurn(turn: QueuedTurn, claim: Claim): Promise<Ended> {
    const work = createUnitOfWork();
    const { answer } = await take(claim, work);
    const ended = await store.finish(turn, { work, answer });
    if (ended === 'taken') return turn.late ? { answer: undefined } : tryLate(turn, work, answer ?? '');
    if (ended === 'conflict') return ended;
    written();
    return { answer: turn.late ? '' : (answer ?? '') };
  }

  /** WeCom may have been told "received" while the turn was decided: then the same answer is sent. */
  async function tryLate(turn: QueuedTurn, work: StatedWork, answer: string): Promise<Ended> {
    if (answer !== '') sendLate(turn.saying, answer, work);
    const ended = await store.finish({ ...turn, late: true }, { work, answer: '' });
    if (ended === 'conflict') return ended;
    if (ended === 'taken') return { answer: undefined };
    written();
    return { answer: '' };
  }
}

type Ended = { readonly answer: string | undefined } | 'conflict';

/** Expectations fail only when two people decide the same thing in the same millisecond. */
const attempts = 8;

const conflicting = 'its data changed at every attempt; look for a job that writes in a loop';
