import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Clock } from '../time/clock.ts';
import type { InboxStore, Wanted } from './inbox-store.ts';
import { createDoTurn, type TurnParts } from './inbox-turn.ts';
import { createWaitingRoom } from './inbox-waiting.ts';
import type { QueuedTurn } from './queued-turn.ts';
import type { Saying } from './saying.ts';

/**
 * Every delivery takes effect exactly once and every repeat gets the same answer, whichever replica it
 * reaches and whoever is killed half-way; the turns of one member follow each other in the order of
 * arrival (contract §3). A turn is two round trips: claim it, then write everything it decided.
 */
export interface Inbox {
  /**
   * Does the turn of a saying, or finds its answer. `undefined` means an empty reply. `member` is the
   * userid in lower case. Rejects when Redis does not answer for some seconds; then whoever tells the
   * member that nothing was recorded calls `withdraw`.
   */
  receive(saying: Saying, member: string): Promise<string | undefined>;
  /**
   * Keeps a saying from taking effect when Redis is back. One that proves to have taken effect, because
   * only the news of it was lost, has its answer sent.
   */
  withdraw(saying: Saying, member: string): void;
  /** Finishes turns that were acknowledged by a process that is no more. Called at every heartbeat. */
  resume(): Promise<void>;
  /** Resolves when no turn is open in this process. */
  idle(): Promise<void>;
}

export interface InboxParts extends TurnParts {
  readonly store: InboxStore;
  readonly clock: Clock;
  /** States that a text is to be sent to the member, because WeCom no longer waits for it. */
  sendLate(saying: Saying, answer: string, work: StatedWork): void;
  /** Writes work that belongs to no turn. */
  commit(work: StatedWork): Promise<unknown>;
  /** WeCom gives up after 5 s (protocol §1.6); we acknowledge before. In milliseconds. */
  readonly patience?: number;
}

export function createInbox(parts: InboxParts): Inbox {
  const { store, clock, patience = 4000 } = parts;
  const doTurn = createDoTurn(parts);
  const replica = randomBytes(6).toString('base64url');
  const open = new Map<string, OpenTurn>();
  const room = createWaitingRoom(askEvery);
  let started = 0;

  return {
    async receive(saying, member) {
      if (isTooOld(saying)) return undefined;
      const { identity } = saying;
      const turn = open.get(identity) ?? start({ identity, member, saying, late: false });
      const answer = (await withPatience(turn.done)) ?? (await acknowledge(turn, saying, member));
      return answer === '' ? undefined : answer;
    },
    withdraw(saying, member) {
      const turn = open.get(saying.identity);
      if (turn !== undefined) turn.isWithdrawn = true;
      void takeBack(saying, member);
    },
    async resume() {
      const undone = (await store.acknowledged()).filter(({ identity }) => !open.has(identity));
      // What fails is found again at the next heartbeat.
      await Promise.allSettled(undone.map((wanted) => start(wanted).done));
    },
    async idle() {
      await Promise.allSettled([...open.values()].map((turn) => turn.done));
    },
  };

  function start(wanted: Wanted): OpenTurn {
    const turn: OpenTurn = { ...wanted, isWithdrawn: false, done: Promise.resolve('') };
    turn.done = pursue(turn).finally(() => {
      open.delete(wanted.identity);
      room.wakeNext(wanted.member);
    });
    open.set(wanted.identity, turn);
    return turn;
  }

  /** Whatever fails can be tried again: what was written is found, what was not has changed nothing. */
  async function pursue(turn: OpenTurn): Promise<string> {
    started += 1;
    const owner = `${replica}${started}`;
    const since = performance.now();
    while (!turn.isWithdrawn) {
      try {
        const beginning = await store.begin(turn, owner);
        if (beginning.state === 'answered') return beginning.answer;
        if (beginning.state === 'waiting') {
          await room.wait(turn.member, turn.identity);
          continue;
        }
        const first = beginning.turn;
        const answer = await (isAbandoned(first) ? drop(first) : doTurn(first));
        if (first.saying.identity !== turn.identity) room.wake(turn.member, first.saying.identity);
        else if (answer !== undefined) return answer;
      } catch (error) {
        if (turn.late || performance.now() - since > endurance) throw error;
        await sleep(retryEvery);
      }
    }
    return '';
  }

  async function drop(turn: QueuedTurn): Promise<undefined> {
    await store.finish(turn, { work: store.work(turn), answer: undefined });
  }

  /**
   * A saying that a dead process left is still done while WeCom may repeat it, or when WeCom was told
   * "received" within 48 hours. After that the member has long given up on it; should it be repeated
   * all the same, it arrives anew.
   */
  function isAbandoned({ saying, late, waited, failure }: QueuedTurn): boolean {
    return late ? failure === undefined && isTooOld(saying) : waited > repeatsFor;
  }

  function isTooOld({ createdAt }: Saying): boolean {
    return createdAt < clock.now() - oldest;
  }

  /** From now on nobody repeats it: so this is written down before WeCom hears "received". */
  async function acknowledge(turn: OpenTurn, saying: Saying, member: string): Promise<string> {
    turn.late = true;
    return (await store.acknowledge(saying, member)) ?? '';
  }

  async function takeBack(saying: Saying, member: string): Promise<void> {
    const since = performance.now();
    // Later it is too old to be done without being asked for.
    while (performance.now() - since < repeatsFor) {
      try {
        const answer = await store.withdraw(saying, member);
        if (answer !== undefined && answer !== '') await sendAnswer(saying, answer);
        return;
      } catch {
        await sleep(retryEvery, undefined, { ref: false });
      }
    }
  }

  async function sendAnswer(saying: Saying, answer: string): Promise<void> {
    const work = createUnitOfWork();
    parts.sendLate(saying, answer, work);
    await parts.commit(work);
    parts.written(work);
  }

  /** `undefined` when it takes longer than WeCom waits. */
  function withPatience(done: Promise<string>): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(undefined), patience);
      done.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

interface OpenTurn extends Wanted {
  /** Set just before WeCom is told "received". */
  late: boolean;
  /** The member has been told that nothing was recorded. */
  isWithdrawn: boolean;
  done: Promise<string>;
}

/** Contract §3: older deliveries are acknowledged and ignored. */
const oldest = 48 * 3600_000;

/** How long WeCom may repeat a delivery: three retries of 5 s (protocol §1.6), and as much again. */
const repeatsFor = 30_000;

/** How long a turn is tried while Redis does not answer, before the member is told. */
const endurance = 2500;

const retryEvery = 100;

/** How often a replica looks whether another one has finished; turns take milliseconds. */
const askEvery = 25;
