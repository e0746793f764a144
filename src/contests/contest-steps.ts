import { Fault } from '../errors.ts';
import type { Log } from '../log.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { findIn } from '../papers/marking.ts';
import type { Letter, Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { SendingKind } from '../time/sending-window.ts';
import type { Zone } from '../time/zone.ts';
import { isFor, peopleOf } from './contest-scope.ts';
import { nameOf, type Challenge, type Contest, type ContestForm, type Room } from './contest.ts';
import type { ContestState, ContestStore } from './contest-store.ts';
import { deadlineOf, dueStep, readingTime, type Step } from './due-step.ts';
import type { Entry } from './entry.ts';
import { invitationCard } from './invitation-card.ts';
import { resultCard, winnersCard } from './result-text.ts';
import { explanationCard, hostExplanationCard, hostQuestionCard, questionCard } from './room-cards.ts';
import { isAllRight, scoreContest } from './score.ts';

/**
 * What contests do by themselves. Any number of processes may do it at the same time, and any of them may
 * be killed: a step and the messages that tell of it are one commit, which only the first of them makes.
 */
export interface ContestSteps {
  /** Does everything that is due by then. */
  advance(at: number): Promise<void>;
  /** The same for live rooms only, where seconds count; tells how many steps that were. */
  advanceRooms(at: number): Promise<number>;
  /** The same, begun now and waited for by nobody. */
  hurry(at: number): void;
  /** Whom `advance` would tell what. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface ContestStepsParts {
  readonly bank: readonly QuizQuestion[];
  readonly store: ContestStore;
  readonly post: Post;
  readonly zone: Zone;
  readonly log: Log;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createContestSteps(parts: ContestStepsParts): ContestSteps {
  const { store, post, zone, log, commit } = parts;
  const find = findIn(parts.bank);

  const steps: ContestSteps = {
    async advance(at) {
      await Promise.all([advanceAll('room', at), advanceAll('challenge', at)]);
    },
    advanceRooms: (at) => advanceAll('room', at),
    hurry(at) {
      steps.advanceRooms(at).catch((err: unknown) => {
        log.warn({ err }, 'a room could not go on; trying again every second');
      });
    },
    async planned(at) {
      const open = await Promise.all([store.open('room'), store.open('challenge')]);
      const planned = await Promise.all(open.flat().map((number) => plannedIn(number, at)));
      return planned.flat();
    },
  };
  return steps;

  async function advanceAll(form: ContestForm, at: number): Promise<number> {
    const numbers = await store.open(form);
    const outcomes = await Promise.allSettled(numbers.map((number) => advanceOne(number, at)));
    const failures = outcomes.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    if (failures.length > 0) {
      throw new Fault(`going on with ${failures.length} contests`, 'see the cause', failures[0]);
    }
    return outcomes.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
  }

  /** After a step another one may be due; after a commit that failed, everything is looked at anew. */
  async function advanceOne(number: number, at: number): Promise<number> {
    const contest = await store.find(number);
    if (contest === undefined) throw new Fault(`reading contest ${number}`, 'look at what deleted it');
    let done = 0;
    for (let look = 0; look < mostLooks; look += 1) {
      const state = await store.state(number);
      const step = dueStep(contest, state.phase, at, zone);
      if (step === undefined) break;
      const [entries, roster] = await Promise.all([store.entries(number), parts.roster()]);
      const work = createUnitOfWork();
      store.expectUnchanged(work, number, state);
      await stateStep(work, { contest, state, entries, roster, at }, step);
      if ((await commit(work)) === undefined) done += 1;
    }
    return done;
  }

  async function stateStep(work: StatedWork, scene: Scene, step: Step): Promise<void> {
    const { contest } = scene;
    if (step.kind === 'finish') return finish(work, scene, step.people);
    if (contest.form === 'challenge') return invite(work, { ...scene, contest });
    if (step.kind === 'ask') return ask(work, { ...scene, contest }, step.place);
    if (step.kind === 'explain') return explain(work, { ...scene, contest }, step.place);
  }

  async function invite(work: StatedWork, { contest, state, roster, at }: Scene<Challenge>): Promise<void> {
    store.move(work, contest.number, state.phase, { kind: 'running' });
    const userids = peopleOf(contest, roster).map(({ userid }) => userid);
    const card = invitationCard(contest, zone.localAt(at).date);
    await send(work, { id: `contest-${contest.number}`, card, urgency: 'notice' }, userids, 'unasked', at);
  }

  async function ask(work: StatedWork, scene: Scene<Room>, place: number): Promise<void> {
    const { contest: room, state, at } = scene;
    const present = presentIn(scene);
    if (present.length === 0) return finish(work, scene, 'present');
    const question = find(room.questions[place - 1] ?? '', zone.localAt(at).date);
    if (question === undefined) {
      store.move(work, room.number, state.phase, { kind: 'explained', place, nextAt: at });
      return;
    }
    store.move(work, room.number, state.phase, { kind: 'asking', place, deadline: deadlineOf(room, at) });
    const asked = { room, place, question, seconds: room.seconds };
    const host = hostOf(scene);
    const readers = host === undefined || present.includes(host) ? [] : [host];
    await tell(`question-${place}`, questionCard(asked), present);
    await tell(`question-${place}-host`, hostQuestionCard(asked), readers);

    function tell(id: string, card: Letter['card'], userids: readonly string[]): Promise<void> {
      return send(
        work,
        { id: `contest-${room.number}-${id}`, card, urgency: 'answer' },
        userids,
        'answer',
        at,
      );
    }
  }

  async function explain(work: StatedWork, scene: Scene<Room>, place: number): Promise<void> {
    const { contest: room, state, entries, at } = scene;
    store.move(work, room.number, state.phase, { kind: 'explained', place, nextAt: at + readingTime });
    const explained = {
      room,
      place,
      question: find(room.questions[place - 1] ?? '', zone.localAt(at).date),
      tally: {
        right: [...entries.values()].filter(({ marks }) => marks[place - 1] === 'right').length,
        joined: entries.size,
      },
    };
    const host = hostOf(scene);
    const others = presentIn(scene).filter((userid) => userid !== host);
    await tell(`answer-${place}`, explanationCard(explained), others);
    await tell(`answer-${place}-host`, hostExplanationCard(explained), host === undefined ? [] : [host]);

    function tell(id: string, card: Letter['card'], userids: readonly string[]): Promise<void> {
      return send(
        work,
        { id: `contest-${room.number}-${id}`, card, urgency: 'answer' },
        userids,
        'answer',
        at,
      );
    }
  }

  /** Adds up, and tells those who took part. */
  async function finish(work: StatedWork, scene: Scene, people: 'present' | 'gone'): Promise<void> {
    const { contest, state, entries, roster, at } = scene;
    const { number } = contest;
    const today = zone.localAt(at).date;
    const withdrawn = [...contest.questions.keys()].filter(
      (index) => find(contest.questions[index] ?? '', today) === undefined,
    );
    const result = scoreContest({ contest, entries, roster, withdrawn });
    store.end(work, contest, state.phase, result, today);

    const present = presentIn(scene);
    const winners = present.filter((userid) => {
      const [entry, member] = [entries.get(userid.toLowerCase()), roster.find(userid)];
      if (entry === undefined || member === undefined) return false;
      return isFor(contest, member.person, roster) && isAllRight(entry, result);
    });
    const host = hostOf(scene);
    const others = [...new Set([...present, ...(host === undefined ? [] : [host])])].filter(
      (userid) => !winners.includes(userid),
    );
    const kind = people === 'present' ? 'answer' : 'unasked';
    const urgency = people === 'present' ? 'answer' : 'notice';
    const [toAll, toWinners] = [resultCard(contest, result), winnersCard(contest, result)];
    await send(work, { id: `contest-${number}-result`, card: toAll, urgency }, others, kind, at);
    await send(work, { id: `contest-${number}-winners`, card: toWinners, urgency }, winners, kind, at);
  }

  async function send(
    work: StatedWork,
    letter: Letter,
    userids: readonly string[],
    kind: SendingKind,
    at: number,
  ): Promise<void> {
    if (userids.length > 0) post.send(work, letter, await post.address(userids, kind, at));
  }

  async function plannedIn(number: number, at: number): Promise<readonly { userid: string; what: string }[]> {
    const [contest, state] = await Promise.all([store.find(number), store.state(number)]);
    const step = contest && dueStep(contest, state.phase, at, zone);
    if (contest === undefined || step === undefined) return [];
    const [entries, roster] = await Promise.all([store.entries(number), parts.roster()]);
    const userids =
      step.kind === 'invite'
        ? peopleOf(contest, roster).map(({ userid }) => userid)
        : presentIn({ contest, state, entries, roster, at });
    return userids.map((userid) => ({ userid, what: `${nameOf(contest)} · ${stepWords[step.kind]}` }));
  }
}

const stepWords: Readonly<Record<Step['kind'], string>> = {
  invite: '邀请',
  ask: '下一题',
  explain: '答案',
  finish: '结果',
};

/** A step that others keep disturbing is tried again, and a room has few steps; the next second goes on. */
const mostLooks = 50;

/** A contest with everything in it, as it was read for one step. */
interface Scene<Kind extends Contest = Contest> {
  readonly contest: Kind;
  readonly state: ContestState;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly roster: Roster;
  readonly at: number;
}

/** The userids of those who take part and have not left, as the roster spells them. */
function presentIn({ entries, roster }: Scene): readonly string[] {
  return [...entries].flatMap(([userid, { isAway }]) =>
    isAway ? [] : (roster.find(userid)?.person.userid ?? []),
  );
}

function hostOf({ contest, roster }: Scene): string | undefined {
  return roster.find(contest.author)?.person.userid;
}
