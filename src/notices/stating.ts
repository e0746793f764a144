import type { Turn } from '../chat/turn.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Post } from '../post/post.ts';
import type { Zone } from '../time/zone.ts';
import type { DispatchNotice } from './dispatching.ts';
import type { NoticeLife } from './notice-life.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import { otherCommitteeMembers, type PreparedNotice } from './arranging.ts';
import { releaseCard } from './release-card.ts';

/** States a confirmed notice: sent, waiting for its time, or for a second person. */
export type StateNotice = (turn: Turn, prepared: PreparedNotice) => Promise<Notice>;

export interface StatingParts {
  readonly store: Pick<NoticeStore, 'add' | 'plan'>;
  readonly post: Post;
  readonly zone: Zone;
  readonly rules: NoticeRules;
  readonly dispatch: DispatchNotice;
}

export function createStateNotice({ store, post, zone, rules, dispatch }: StatingParts): StateNotice {
  return async (turn, prepared) => {
    const { work, at } = turn;
    const notice: Notice = { ...prepared.notice, life: lifeOf(prepared, at) };
    const { number, life } = notice;
    store.add(work, notice);
    switch (life.state) {
      case 'awaiting': {
        store.plan(work, { what: 'expire', number }, life.until);
        const others = await post.address(otherCommitteeMembers(turn), 'urgent', at);
        const card = releaseCard(notice, prepared.audience, turn, zone);
        post.send(work, { id: `release-${number}`, card, urgency: 'reminder' }, others);
        break;
      }
      case 'scheduled':
        store.plan(work, { what: 'send', number }, life.due);
        break;
      default:
        dispatch(work, notice, prepared.addressees, at);
    }
    return notice;
  };

  function lifeOf({ release, due, first }: PreparedNotice, at: number): NoticeLife {
    if (release === 'second') {
      const until = at + rules.releaseHours * 3_600_000;
      return due === undefined
        ? { state: 'awaiting', until }
        : { state: 'awaiting', until: Math.min(until, due), due };
    }
    // Where the secretaries get it now, all of it is accepted now, each part for its time.
    if (due !== undefined && first === undefined) return { state: 'scheduled', due, revision: 0 };
    return { state: 'sent', at, nudges: [] };
  }
}
