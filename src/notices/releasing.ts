import type { Turn } from '../chat/turn.ts';
import { audienceOf } from '../roster/audience.ts';
import { storedRule } from '../roster/stored-audience.ts';
import type { Post } from '../post/post.ts';
import type { DispatchNotice } from './dispatching.ts';
import type { NoticeLife } from './notice-life.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import type { TellAuthor } from './telling-author.ts';

/** 放行 and 不放行: the word of a second committee member. */
export interface NoticeReleasing {
  release(turn: Turn, number: number): Promise<Released>;
  /** It will not be sent. */
  refuse(turn: Turn, number: number): Promise<Released>;
}

export type Released =
  | { readonly outcome: 'unknown' | 'own' | 'nobody' }
  /** Somebody else was faster, or it is too late. */
  | { readonly outcome: 'notAwaiting'; readonly notice: Notice }
  | { readonly outcome: 'released' | 'refused'; readonly notice: Notice; readonly people: number };

export interface ReleasingParts {
  readonly store: NoticeStore;
  readonly post: Pick<Post, 'address'>;
  readonly dispatch: DispatchNotice;
  readonly tellAuthor: TellAuthor;
}

export function createNoticeReleasing(parts: ReleasingParts): NoticeReleasing {
  const { store, post, dispatch, tellAuthor } = parts;

  return {
    async release(turn, number) {
      const found = await awaiting(turn, number);
      if ('outcome' in found) return found;
      const { notice, life } = found;
      const { people } = audienceOf(storedRule(notice.audience, turn.roster), turn.roster);
      if (people.length === 0) return { outcome: 'nobody' };
      const { due } = life;
      const next: NoticeLife =
        due === undefined
          ? { state: 'sent', at: turn.at, nudges: [] }
          : { state: 'scheduled', due, revision: 0 };
      const released = { ...notice, releasedBy: turn.member.person.userid, life: next };
      store.change(turn.work, notice, released);
      store.plan(turn.work, { what: 'expire', number }, undefined);
      if (due === undefined) {
        const userids = people.map(({ userid }) => userid);
        const kind = notice.urgency === 'urgent' ? 'urgent' : 'unasked';
        dispatch(turn.work, released, await post.address(userids, kind, turn.at), turn.at);
      } else {
        store.plan(turn.work, { what: 'send', number }, due);
      }
      const words = `${turn.member.person.name}已放行您的通知 ${number}。`;
      await tellAuthor(turn.work, notice, { about: 'released', words }, turn.at);
      return { outcome: 'released', notice: released, people: people.length };
    },
    async refuse(turn, number) {
      const found = await awaiting(turn, number);
      if ('outcome' in found) return found;
      const { notice } = found;
      const refused: Notice = { ...notice, life: { state: 'dropped', why: 'refused', at: turn.at } };
      store.change(turn.work, notice, refused);
      store.plan(turn.work, { what: 'expire', number }, undefined);
      const words = `${turn.member.person.name}没有放行您的通知 ${number}，所以没有发出。请当面商量后再发。`;
      await tellAuthor(turn.work, notice, { about: 'refused', words }, turn.at);
      return { outcome: 'refused', notice: refused, people: 0 };
    },
  };

  async function awaiting(
    turn: Turn,
    number: number,
  ): Promise<
    Released | { readonly notice: Notice; readonly life: Extract<NoticeLife, { state: 'awaiting' }> }
  > {
    const notice = await store.find(number);
    if (notice === undefined) return { outcome: 'unknown' };
    const { life } = notice;
    if (life.state !== 'awaiting' || turn.at >= life.until) return { outcome: 'notAwaiting', notice };
    return notice.author === turn.member.person.userid ? { outcome: 'own' } : { notice, life };
  }
}
