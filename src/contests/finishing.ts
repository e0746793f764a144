import type { Automatic } from '../automatic/automatic.ts';
import type { Card } from '../chat/card.ts';
import type { FindQuestion } from '../papers/marking.ts';
import type { Post } from '../post/post.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Zone } from '../time/zone.ts';
import { isFor } from './contest-scope.ts';
import type { ContestStore } from './contest-store.ts';
import type { Step } from './due-step.ts';
import { resultCard, winnersCard } from './result-text.ts';
import { hostOf, presentIn, type Scene } from './scene.ts';
import { isAllRight, scoreContest, type ContestResult } from './score.ts';
import type { TellNow } from './tell-now.ts';

/** States the end of a contest: the sums of the branches, and what those who took part are told of them. */
export type Finish = (work: UnitOfWork, scene: Scene, people: FinishStep['people']) => Promise<void>;

type FinishStep = Extract<Step, { kind: 'finish' }>;

export interface FinishingParts {
  readonly store: Pick<ContestStore, 'end'>;
  readonly post: Post;
  readonly tellNow: TellNow;
  readonly automatic: Pick<Automatic, 'add'>;
  readonly zone: Zone;
  readonly find: FindQuestion;
}

export function createFinish({ store, post, tellNow, automatic, zone, find }: FinishingParts): Finish {
  return async (work, scene, people) => {
    const { contest, state, at } = scene;
    const today = zone.localAt(at).date;
    const withdrawn = [...contest.questions.keys()].filter(
      (index) => find(contest.questions[index] ?? '', today) === undefined,
    );
    const result = scoreContest({ ...scene, withdrawn });
    store.end(work, contest, state.phase, result, today);

    const present = presentIn(scene);
    const host = hostOf(scene);
    const winners = present.filter((userid) => isWinner(userid, scene, result));
    const told = new Set(winners);
    const others = new Set(
      [...present, ...(host === undefined ? [] : [host])].filter((one) => !told.has(one)),
    );
    const tell = people === 'present' ? tellNow : tellLater;
    await tell(work, scene, 'result', resultCard(contest, result), [...others]);
    await tell(work, scene, 'winners', winnersCard(contest, result), winners);
  };

  /** One of the messages that go out by themselves, when each person's own time allows it. */
  async function tellLater(
    work: UnitOfWork,
    { contest, roster, at }: Scene,
    name: string,
    card: Card,
    userids: readonly string[],
  ): Promise<void> {
    const wanting = userids.filter((userid) => {
      const member = roster.find(userid);
      return member !== undefined && !sparedFromReminders(member.person);
    });
    const subject = `contest-${contest.number}-${name}`;
    const cardName = `${zone.localAt(at).date} ${subject}`;
    const addressees = await post.address(wanting, 'automatic', at);
    const parts = addressees.flatMap(({ userid, due }) =>
      due === undefined ? [] : [{ userid, subject, due, card: cardName }],
    );
    if (parts.length > 0) automatic.add(work, parts, new Map([[cardName, card]]));
  }
}

/** Counts for a branch, and answered everything right. */
function isWinner(userid: string, { contest, entries, roster }: Scene, result: ContestResult): boolean {
  const member = roster.find(userid);
  const entry = entries.get(userid.toLowerCase());
  if (member === undefined || entry === undefined) return false;
  return isFor(contest, member.person, roster) && isAllRight(entry, result);
}
