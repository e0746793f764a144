import { randomBytes } from 'node:crypto';
import { Fault } from '../errors.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Clock } from '../time/clock.ts';
import type { Desk } from './desk.ts';
import type { InboxStore } from './inbox-store.ts';
import type { Saying } from './saying.ts';

/**
 * Every delivery takes effect exactly once and every repeat gets the same answer, whichever replica it
 * reaches and whoever is killed half-way; the turns of one member follow each other in the order of
 * arrival (contract §3). A turn is two round trips: claim it, then write everything it decided.
 */
export interface Inbox {
  /** Does the turn of a saying, or finds its answer. `undefined` means an empty reply. */
  receive(saying: Saying, member: string): Promise<string | undefined>;
  /** Finishes turns that were acknowledged by a process that is no more. Called at every heartbeat. */
  resume(): Promise<void>;
  /** Resolves when no turn is open in this process. */
  idle(): Promise<void>;
}

export interface Claim {
  readonly saying: Saying;
  /** WeCom no longer waits: the answer has to be sent. */
  readonly late: boolean;
  readonly rosterVersion: string;
  readonly desk: Desk;
}

/** What a turn came to. Its changes and its messages have been stated on the unit of work. */
export interface Outcome {
  /** The passive reply, '' for none; `undefined`: not even that may be kept. */
  readonly answer: string | undefined;
}

export interface InboxParts {
  readonly store: InboxStore;
  readonly clock: Clock;
  /** Decides a turn. Called again, with fresh data, when what it relied on has changed meanwhile. */
  take(claim: Claim, work: StatedWork): Promise<Outcome>;
  /** States that a text is to be sent to the member, because WeCom no longer waits for it. */
  sendLate(saying: Saying, answer: string, work: StatedWork): void;
  /** Writes work that belongs to no turn. */
  commit(work: StatedWork): Promise<unknown>;
  /** Called after changes were written, so that accepted messages go out at once. */
  written(): void;
  /** WeCom gives up after 5 s (protocol §1.6); we acknowledge before. In milliseconds. */
  readonly patience?: number;
}

export function createInbox(parts: InboxParts): Inbox {
  const { store, clock } = parts;
  const patience = parts.patience ?? 4000;
  const replica = randomBytes(6).toString('base64url');
  const open = new Map<string, OpenTurn>();
  const waiters = new Map<string, (() => void)[]>();
  let claims = 0;

  return {
    async receive(saying, member) {
      if (saying.createdAt < clock.now() - oldest) return undefined;
      const turn = open.get(saying.identity) ?? start(saying, member, false);
      const answer = await withPatience(turn.done);
      if (answer !== tooLate) return answer === '' ? undefined : answer;
      // Written down before WeCom hears "received", because from then on nobody repeats it.
      turn.late = true;
      await store.acknowledge(saying);
      return undefined;
    },
    async resume() {
      for (const saying of await store.acknowledged()) {
        if (!open.has(saying.identity)) await start(saying, saying.from.toLowerCase(), true).done;
      }
    },
    async idle() {
      await Promise.allSettled([...open.values()].map((turn) => turn.done));
    },
  };

  function start(saying: Saying, member: string, late: boolean): OpenTurn {
    const turn: OpenTurn = { late, done: Promise.resolve('') };
    turn.done = pursue(saying, member, turn).finally(() => open.delete(saying.identity));
    open.set(saying.identity, turn);
    return turn;
  }

  async function pursue(saying: Saying, member: string, turn: OpenTurn): Promise<string> {
    for (;;) {
      const owner = `${replica}${(claims += 1)}`;
      const beginning = await store.begin(saying, member, owner);
      if (beginning.state === 'answered') {
        if (turn.late) await answerLate(saying, beginning.answer);
        return beginning.answer;
      }
      if (beginning.state === 'waiting') {
        await somethingEnds(member);
        continue;
      }
      const own = beginning.saying.identity === saying.identity;
      const answer = await finish(
        { ...beginning, late: own ? turn.late : beginning.late },
        member,
        owner,
        own ? turn : undefined,
      );
      wake(member);
      if (answer !== undefined && own) return answer;
    }
  }

  /** Does one claimed turn. `undefined` when the lease was lost on the way: then somebody else does it. */
  async function finish(
    claim: Claim,
    member: string,
    owner: string,
    turn: OpenTurn | undefined,
  ): Promise<string | undefined> {
    let { desk } = claim;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const work = store.work(member, owner);
      const late = turn?.late ?? claim.late;
      const outcome = abandoned(claim, turn) ? nothing : await parts.take({ ...claim, late, desk }, work);
      if (late) store.forget(claim.saying, work);
      const failed = await store.finish(member, { saying: claim.saying, work, answer: outcome.answer });
      if (failed === 'lost') return undefined;
      if (failed === undefined) {
        parts.written();
        const answer = outcome.answer ?? '';
        if (turn?.late === true && !late) await answerLate(claim.saying, answer);
        return answer;
      }
      desk = await store.desk(member);
    }
    throw new Fault(
      'finishing a turn',
      'its data changed at every attempt; look for a job that writes in a loop',
    );
  }

  /** The turn was done just when WeCom was told "received": its kept answer still has to reach the member. */
  async function answerLate(saying: Saying, answer: string): Promise<void> {
    const work = createUnitOfWork();
    if (answer !== '') parts.sendLate(saying, answer, work);
    store.forget(saying, work);
    await parts.commit(work);
    parts.written();
  }

  /**
   * An earlier saying whose owner died is still done when WeCom may repeat it (protocol §1.6: three
   * retries of 5 s) or was told "received". After that the member has long given up on it.
   */
  function abandoned(claim: Claim, turn: OpenTurn | undefined): boolean {
    return turn === undefined && !claim.late && claim.saying.createdAt < clock.now() - retryWindow;
  }

  function somethingEnds(member: string): Promise<void> {
    return new Promise((resolve) => {
      const list = waiters.get(member) ?? [];
      waiters.set(member, list);
      const timer = setTimeout(resolve, pollMilliseconds);
      list.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  function wake(member: string): void {
    const list = waiters.get(member);
    if (list === undefined) return;
    waiters.delete(member);
    for (const resolve of list) resolve();
  }

  function withPatience(done: Promise<string>): Promise<string | typeof tooLate> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(tooLate), patience);
      done.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

interface OpenTurn {
  /** WeCom has been told "received": the answer has to be sent. */
  late: boolean;
  done: Promise<string>;
}

const tooLate = Symbol('too late');

const nothing: Outcome = { answer: undefined };

/** Contract §3: older deliveries are acknowledged and ignored. */
const oldest = 48 * 3600_000;

const retryWindow = 30_000;

/** How often a replica looks whether another one has finished; turns take milliseconds. */
const pollMilliseconds = 25;

/** Expectations fail only when two people decide the same thing in the same millisecond. */
const attempts = 8;
