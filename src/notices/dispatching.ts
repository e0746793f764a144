import type { Addressee, Letter, Post } from '../post/post.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { noticeCard } from './notice-cards.ts';
import type { NoticeStore } from './notice-store.ts';
import { noticeSubject } from './notice-subjects.ts';
import type { Notice } from './notice.ts';
import type { ReceiptStore } from './receipt-store.ts';

/** Why somebody is listed as not reached although nothing failed. */
export const quietReason = '免打扰覆盖全天';

/** States that a notice goes out to these people, everything that belongs to it in the same step. */
export type DispatchNotice = (
  work: UnitOfWork,
  notice: Notice,
  addressees: readonly Addressee[],
  at: number,
) => void;

export interface DispatchingParts {
  readonly store: Pick<NoticeStore, 'plan'>;
  readonly receipts: Pick<ReceiptStore, 'address'>;
  readonly post: Pick<Post, 'send'>;
}

export function createDispatchNotice({ store, receipts, post }: DispatchingParts): DispatchNotice {
  return (work, notice, addressees, at) => {
    const never = addressees.filter(({ due }) => due === undefined);
    const reachable = addressees.filter(({ due }) => due !== undefined);
    const calls = post.send(work, letterOf(notice), reachable);
    receipts.address(work, notice.number, {
      calls,
      unreachable: new Map(never.length === 0 ? [] : [[quietReason, never.map(({ userid }) => userid)]]),
    });
    store.plan(work, { what: 'report', number: notice.number }, at + oneDay);
  };
}

/** In milliseconds. */
const oneDay = 24 * 3_600_000;

function letterOf(notice: Notice): Letter {
  const { number, file, urgency } = notice;
  return {
    id: `notice-${number}`,
    subject: noticeSubject(number),
    card: noticeCard(notice),
    ...(file === undefined ? {} : { file: { kind: file.kind, mediaId: file.mediaId } }),
    notice: number,
    // What is urgent does not wait behind another broadcast.
    urgency: urgency === 'urgent' ? 'reminder' : 'notice',
  };
}
