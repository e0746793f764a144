import { randomBytes } from 'node:crypto';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { Addressee, Post } from '../post/post.ts';
import type { Person } from '../roster/roster.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { chooseQuestions } from './choose-questions.ts';
import { readChallengeOrder, readRoomOrder, type TypedChallenge, type TypedRoom } from './contest-order.ts';
import { readScope } from './contest-scope.ts';
import type { Contest, ContestPlan } from './contest.ts';
import { putRoomOnDesk } from './contest-desk.ts';
import type { ContestStore } from './contest-store.ts';
import { invitationCard } from './invitation-card.ts';

/** 发起竞赛 and 发起挑战. */
export interface Openings {
  /** What would be opened for whom. Throws a Refusal that says what is wrong. */
  prepareRoom(turn: Turn, typed: TypedRoom): Promise<Prepared>;
  prepareChallenge(turn: Turn, typed: TypedChallenge): Prepared;
  /** Opens it. A room's invitations go out at once, a challenge's when its window begins. */
  open(turn: Turn, prepared: Prepared): Promise<Contest>;
}

export interface Prepared {
  readonly plan: ContestPlan;
  /** All party members it is for. */
  readonly people: readonly Person[];
  /** Who is invited to a room: whoever may be written to at this moment, and does not open it. */
  readonly invited: readonly Addressee[];
  /** How many would be invited, did they not want to be left in peace now. */
  readonly resting: number;
}

export interface OpeningsParts {
  readonly bank: readonly QuizQuestion[];
  readonly store: Pick<ContestStore, 'latest' | 'add'>;
  readonly desks: Desks;
  readonly post: Post;
}

export function createOpenings({ bank, store, desks, post }: OpeningsParts): Openings {
  return {
    async prepareRoom(turn, typed) {
      const { name, count, seconds } = readRoomOrder(typed);
      const { people, ...base } = planFor(turn, typed.scope);
      const questions = chooseQuestions(bank, { form: 'room', count, until: turn.today, seed: base.seed });
      const userids = people.map(({ userid }) => userid).filter((userid) => userid !== base.author);
      const addressees = await post.address(userids, 'unasked', turn.at);
      // An invitation that comes when the room is over is none.
      const invited = addressees.filter(({ due }) => due === turn.at);
      return {
        plan: { ...base, form: 'room', name, questions, seconds, openedAt: turn.at },
        people,
        invited,
        resting: addressees.length - invited.length,
      };
    },

    prepareChallenge(turn, typed) {
      const { name, count, from, until } = readChallengeOrder(typed, turn.today);
      const { people, ...base } = planFor(turn, typed.scope);
      const questions = chooseQuestions(bank, { form: 'challenge', count, until, seed: base.seed });
      return {
        plan: { ...base, form: 'challenge', name, questions, from, until },
        people,
        invited: [],
        resting: 0,
      };
    },

    async open(turn, { plan, invited }) {
      const contest: Contest = { ...plan, number: (await store.latest()) + 1 };
      store.add(turn.work, contest);
      if (contest.form === 'room') {
        putRoomOnDesk(turn, desks, contest.number);
        const letter = { id: `contest-${contest.number}`, urgency: 'notice' as const };
        post.send(turn.work, { ...letter, card: invitationCard(contest, turn.today) }, invited);
      }
      return contest;
    },
  };

  function planFor({ member, roster }: Turn, scopeWords: string) {
    const { organisation, name: scopeName } = readScope(scopeWords, member, roster);
    const people = roster.peopleIn(organisation.code).filter(isPartyMember);
    if (people.length === 0) throw new Refusal(`${scopeName}里现在没有党员，没有可以参加的人。`);
    const seed = randomBytes(9).toString('base64url');
    return { people, scope: organisation.code, scopeName, author: member.person.userid, seed };
  }
}
