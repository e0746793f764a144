import type { Turn } from '../chat/turn.ts';
import type { Quota } from '../delivery/quota.ts';
import { Refusal } from '../errors.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Addressee, Post } from '../post/post.ts';
import { meansEverybody, type Audience } from '../roster/audience.ts';
import { isSecretary } from '../roster/role.ts';
import type { Zone } from '../time/zone.ts';
import { allowanceFor, type Allowance } from './allowance.ts';
import type { KeptThing } from './kept-thing.ts';
import type { Notice } from './notice.ts';

/** A notice that can be sent, and everything its author should know before. */
export interface PreparedNotice {
  /** With the number it gets when nobody else is faster. */
  readonly notice: Omit<Notice, 'life'>;
  readonly audience: Audience;
  /** 定时: the instant at which it goes out. */
  readonly due?: number;
  /** `secretaries`: they get it now, the others when it is due. */
  readonly first?: 'secretaries';
  /** What the author sent not long ago, and does not go with it: perhaps a word was forgotten. */
  readonly leftOut?: KeptThing;
  /** Who gets it when and how, as things are now. */
  readonly addressees: readonly Addressee[];
  /** Of the addressees, how many have quiet hours at a time that is kept to all the same. */
  readonly disturbed: number;
  /** `second`: another committee member has to release it. */
  readonly release: 'alone' | 'second';
  /** How it fits into what WeCom takes on a day; `undefined` when nobody can get it. */
  readonly allowance: Allowance | undefined;
}

/** What is known of a notice from its author. */
export type NoticePlan = Pick<PreparedNotice, 'notice' | 'audience' | 'due' | 'first' | 'leftOut'>;

/** Finds out who would get a notice when. Throws a Refusal when nobody could release it. */
export type ArrangeNotice = (turn: Turn, plan: NoticePlan) => Promise<PreparedNotice>;

export interface ArrangingParts {
  readonly post: Pick<Post, 'address'>;
  readonly quota: Quota;
  readonly zone: Zone;
  readonly rules: NoticeRules;
}

export function createArrangeNotice(parts: ArrangingParts): ArrangeNotice {
  const { post, rules } = parts;

  return async (turn, plan) => {
    const release = releaseOf(turn, plan);
    const times = await timesOf(turn, plan);
    const { file, urgency } = plan.notice;
    const messagesEach = file === undefined ? 1 : 2;
    return {
      ...plan,
      ...times,
      release,
      allowance: await allowanceFor(times.addressees, messagesEach, urgency, parts),
    };
  };

  function releaseOf(turn: Turn, { audience, notice }: NoticePlan): PreparedNotice['release'] {
    const isUrgent = notice.urgency === 'urgent' && rules.release === '全体和加急';
    if (rules.release === '不用' || !(isUrgent || meansEverybody(audience, turn.roster))) return 'alone';
    if (otherCommitteeMembers(turn).length > 0) return 'second';
    throw new Refusal('这条通知要另一位工委成员放行，而名册里没有别的工委成员。请先在名册里加上。');
  }

  async function timesOf(
    turn: Turn,
    { notice, audience, due, first }: NoticePlan,
  ): Promise<Pick<PreparedNotice, 'addressees' | 'disturbed'>> {
    const at = due ?? turn.at;
    const useridsOf = (people: Audience['people']): readonly string[] => people.map(({ userid }) => userid);
    const asTheyLike = await post.address(useridsOf(audience.people), 'unasked', at);
    if (due === undefined && notice.urgency === 'usual') return { addressees: asTheyLike, disturbed: 0 };

    // Contract §4: what is urgent goes at once, and an explicit 定时 is kept to.
    const addressees = asTheyLike.map((one) => ({ ...one, due: at }));
    const disturbed = asTheyLike.filter((one) => one.due !== at).length;
    if (first === undefined) return { addressees, disturbed };

    const secretaries = new Set(useridsOf(audience.people.filter(isSecretary)));
    const now = await post.address([...secretaries], 'unasked', turn.at);
    return {
      addressees: [...now, ...addressees.filter(({ userid }) => !secretaries.has(userid))],
      disturbed,
    };
  }
}

/** Whom a notice can be shown to for release. */
export function otherCommitteeMembers({ roster, member }: Turn): readonly string[] {
  return roster.people
    .filter(({ userid }) => userid !== member.person.userid && roster.find(userid)?.role === 'committee')
    .map(({ userid }) => userid);
}
