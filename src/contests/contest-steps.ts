import { Fault } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { peopleOf } from './contest-scope.ts';
import { nameOf, type Challenge, type Contest, type ContestForm } from './contest.ts';
import type { ContestState, ContestStore } from './contest-store.ts';
import { dueStep, type Step } from './due-step.ts';
import type { Finish } from './finishing.ts';
import { invitationCard } from './invitation-card.ts';
import type { RoomSteps } from './room-steps.ts';
import { presentIn, type Scene } from './scene.ts';

/**
 * What contests do by themselves. Any number of processes may do it at the same time, and any of them may
 * be killed: a step and the messages that tell of it are one commit, which only the first of them makes.
 */
export interface ContestSteps {
  /** Does everything that is due by then. */
  advance(at: number): Promise<void>;
  /** The same for live rooms only, where seconds count; tells how many steps that were. */
  advanceRooms(at: number): Promise<number>;
  /** The same, begun now unless it is under way, and waited for by nobody. */
  hurry(at: number): void;
  /** Whom `advance` would tell what. */
  planned(at: number): Promise<readonly PlannedStep[]>;
}

export interface PlannedStep {
  readonly userid: string;
  readonly what: string;
}

export interface ContestStepsParts {
  readonly store: ContestStore;
  readonly post: Post;
  readonly zone: Zone;
  readonly log: Log;
  readonly room: RoomSteps;
  readonly finish: Finish;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createContestSteps(parts: ContestStepsParts): ContestSteps {
  const { store, post, zone, log, room, finish, commit } = parts;
  let hurrying: Promise<unknown> | undefined;

  const steps: ContestSteps = {
    async advance(at) {
      await Promise.all([advanceAll('room', at), advanceAll('challenge', at)]);
    },
    advanceRooms: (at) => advanceAll('room', at),
    hurry(at) {
      // Thousands may find at the same moment that the time is over.
      hurrying ??= steps
        .advanceRooms(at)
        .catch((err: unknown) => log.warn({ err }, 'a room could not go on; trying again every second'))
        .finally(() => {
          hurrying = undefined;
        });
    },
    async planned(at) {
      const open = await Promise.all([store.open('room'), store.open('challenge')]);
      return (await Promise.all(open.flat().map((number) => plannedIn(number, at)))).flat();
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
    if (contest === undefined) {
      throw new Fault(`reading contest ${number}`, 'look at what deleted or damaged its key in Redis');
    }
    let done = 0;
    for (let look = 0; look < mostLooks; look += 1) {
      const state = await store.state(number);
      const step = dueStep(contest, state.phase, at, zone);
      if (step === undefined) break;
      const work = createUnitOfWork();
      store.expectUnchanged(work, number, state);
      await stateStep(work, await sceneOf(contest, state, at), step);
      if ((await commit(work)) === undefined) done += 1;
    }
    return done;
  }

  async function stateStep(work: StatedWork, scene: Scene, step: Step): Promise<void> {
    const { contest } = scene;
    if (step.kind === 'finish') return finish(work, scene, step.people);
    if (contest.form === 'challenge') return invite(work, { ...scene, contest });
    if (step.kind === 'ask' && presentIn(scene).length === 0) return finish(work, scene, 'present');
    if (step.kind === 'ask') return room.ask(work, { ...scene, contest }, step.place);
    if (step.kind === 'explain') return room.explain(work, { ...scene, contest }, step.place);
  }

  async function invite(work: StatedWork, { contest, state, roster, at }: Scene<Challenge>): Promise<void> {
    store.move(work, contest.number, state.phase, { kind: 'running' });
    const userids = peopleOf(contest, roster).map(({ userid }) => userid);
    const card = invitationCard(contest, zone.localAt(at).date);
    const letter = { id: `contest-${contest.number}`, card, urgency: 'notice' as const };
    post.send(work, letter, await post.address(userids, 'unasked', at));
  }

  async function plannedIn(number: number, at: number): Promise<readonly PlannedStep[]> {
    const [contest, state] = await Promise.all([store.find(number), store.state(number)]);
    if (contest === undefined) return [];
    const step = dueStep(contest, state.phase, at, zone);
    if (step === undefined) return [];
    const scene = await sceneOf(contest, state, at);
    const invited = peopleOf(contest, scene.roster).map(({ userid }) => userid);
    const userids = step.kind === 'invite' ? invited : presentIn(scene);
    return userids.map((userid) => ({ userid, what: `${nameOf(contest)} ${stepWords[step.kind]}` }));
  }

  /** Read after the state, so that nothing in it is older than what the commit expects. */
  async function sceneOf(contest: Contest, state: ContestState, at: number): Promise<Scene> {
    const [entries, roster] = await Promise.all([store.entries(contest.number), parts.roster()]);
    return { contest, state, entries, roster, at };
  }
}

const stepWords: Readonly<Record<Step['kind'], string>> = {
  invite: '邀请',
  ask: '下一题',
  explain: '答案',
  finish: '结果',
};

/** A step that people keep disturbing by what they do is tried again; after so many looks, a second later. */
const mostLooks = 50;
