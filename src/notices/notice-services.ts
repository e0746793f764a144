import type { Audiences } from '../audiences/audiences.ts';
import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Quota } from '../delivery/quota.ts';
import type { Withdrawals } from '../delivery/withdrawals.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Post } from '../post/post.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { AnswerStore } from './answer-store.ts';
import { createNoticeAnswering, type NoticeAnswering } from './answering.ts';
import { createArrangeNotice } from './arranging.ts';
import { createNoticeChanging, type NoticeChanging } from './changing.ts';
import { createDispatchNotice } from './dispatching.ts';
import type { NoticeDesk } from './notice-desk-store.ts';
import type { NoticeStore } from './notice-store.ts';
import { createNotices, type Notices } from './notices.ts';
import { createTellOfficers } from './nudge-ladder.ts';
import { createNoticeNudging, type NoticeNudging } from './nudging.ts';
import { createPrepareNotice } from './preparing.ts';
import { createReadTyped } from './reading.ts';
import { createNoticeRecalling, type NoticeRecalling } from './recalling.ts';
import type { ReceiptStore } from './receipt-store.ts';
import { createNoticeReceipts, type NoticeReceipts } from './receipts.ts';
import { createNoticeReleasing, type NoticeReleasing } from './releasing.ts';
import { createNoticeRounds, type NoticeRounds } from './rounds.ts';
import { createNoticeSending, type NoticeSending } from './sending.ts';
import { createSentThings, type SentThings } from './sent-things.ts';
import { createStateNotice } from './stating.ts';
import { createTellAuthor } from './telling-author.ts';

/** Everything about notices that commands use. */
export interface NoticeServices {
  readonly notices: Notices;
  readonly noticeSending: NoticeSending;
  readonly noticeChanging: NoticeChanging;
  readonly noticeReleasing: NoticeReleasing;
  readonly noticeReceipts: NoticeReceipts;
  readonly noticeNudging: NoticeNudging;
  readonly noticeRecalling: NoticeRecalling;
  readonly noticeAnswering: NoticeAnswering;
  readonly sentThings: SentThings;
}

export interface NoticeServiceParts {
  readonly store: NoticeStore;
  readonly receipts: ReceiptStore;
  readonly answers: AnswerStore;
  readonly desk: NoticeDesk;
  readonly desks: Pick<Desks, 'key'>;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly automatic: Pick<Automatic, 'announce'>;
  readonly post: Post;
  readonly quota: Quota;
  readonly withdrawals: Withdrawals;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly rules: NoticeRules;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

/** Everything about notices, put together over their stores. */
export function createNoticeServices(
  given: NoticeServiceParts,
): NoticeServices & { readonly noticeRounds: NoticeRounds } {
  const parts = {
    ...given,
    dispatch: createDispatchNotice(given),
    read: createReadTyped(given),
    arrange: createArrangeNotice(given),
    tellAuthor: createTellAuthor(given.post),
    tellOfficers: createTellOfficers(given),
    recalling: createNoticeRecalling(given),
    answering: createNoticeAnswering(given),
  };
  const prepare = createPrepareNotice(parts);
  return {
    notices: createNotices(parts),
    noticeSending: createNoticeSending({ desk: given.desk, prepare, state: createStateNotice(parts) }),
    noticeChanging: createNoticeChanging(parts),
    noticeReleasing: createNoticeReleasing(parts),
    noticeReceipts: createNoticeReceipts(parts),
    noticeNudging: createNoticeNudging(parts),
    noticeRecalling: parts.recalling,
    noticeAnswering: parts.answering,
    noticeRounds: createNoticeRounds(parts),
    sentThings: createSentThings(given.desk),
  };
}
