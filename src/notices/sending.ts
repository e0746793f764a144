import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { NoticeDesk } from './notice-desk-store.ts';
import type { TypedNotice } from './notice-draft.ts';
import type { Notice } from './notice.ts';
import type { PreparedNotice } from './arranging.ts';
import type { PrepareNotice } from './preparing.ts';
import { isBeyondQuota } from './quota-card.ts';
import type { StateNotice } from './stating.ts';

/** 通知 and 定时, from what was typed to what is on its way. All throw a Refusal that says what is wrong. */
export interface NoticeSending {
  /** What would be sent to whom; it is kept while its preview waits for 确认. */
  draft(turn: Turn, typed: TypedNotice): Promise<PreparedNotice>;
  /** The same notice as the preview that waits, at another time: `明天9点`, `明天9点 先发书记`. */
  redraft(turn: Turn, when: string): Promise<PreparedNotice>;
  /** The notice whose preview waits. */
  waiting(turn: Turn): Promise<PreparedNotice>;
  /** States that the preview that waited is given up. */
  giveUp(turn: Turn): void;
  /** Sends what was typed, now or at its time, or has a second person asked to release it. */
  send(turn: Turn, typed: TypedNotice): Promise<SendOutcome>;
  /** The same for the preview that waits, at another time. */
  resend(turn: Turn, when: string): Promise<SendOutcome>;
}

export type SendOutcome =
  | ({ readonly outcome: 'sent' } & SentNotice)
  /** Nothing was sent; the draft still waits. */
  | { readonly outcome: 'beyondQuota'; readonly prepared: PreparedNotice };

export interface SentNotice {
  readonly notice: Notice;
  readonly prepared: PreparedNotice;
  /** How many people the preview had counted, when there are more or fewer now. */
  readonly counted?: number;
}

export interface SendingParts {
  readonly desk: NoticeDesk;
  readonly prepare: PrepareNotice;
  readonly state: StateNotice;
}

export function createNoticeSending({ desk, prepare, state }: SendingParts): NoticeSending {
  return {
    draft,
    redraft: (turn, when) => draft(turn, atAnotherTime(turn, when)),
    waiting: (turn) => prepare(turn, draftOf(turn)),
    giveUp: desk.dropDraft,
    send,
    resend: (turn, when) => send(turn, atAnotherTime(turn, when)),
  };

  async function draft(turn: Turn, typed: TypedNotice): Promise<PreparedNotice> {
    const prepared = await prepare(turn, typed);
    desk.noteDraft(turn, { ...typed, people: prepared.audience.people.length });
    return prepared;
  }

  async function send(turn: Turn, typed: TypedNotice): Promise<SendOutcome> {
    const counted = desk.draft(turn)?.people;
    const prepared = await prepare(turn, typed);
    if (isBeyondQuota(prepared)) return { outcome: 'beyondQuota', prepared };
    const notice = await state(turn, prepared);
    desk.clear(turn);
    const isOther = counted !== undefined && counted !== prepared.audience.people.length;
    return { outcome: 'sent', notice, prepared, ...(isOther ? { counted } : {}) };
  }

  function atAnotherTime(turn: Turn, words: string): TypedNotice {
    const when = words.replace(secretariesFirst, '').trim();
    return { ...draftOf(turn), when, ...(when === words.trim() ? {} : { first: 'secretaries' }) };
  }

  function draftOf(turn: Turn): TypedNotice {
    const waiting = desk.draft(turn);
    if (waiting === undefined) {
      throw new Refusal(
        '没有等您确认的通知。时间可以写在一起，例如：通知 全体 定时 明天9点 周五前完成年度党费公示',
      );
    }
    const { audience, text } = waiting;
    return { audience, text };
  }
}

/** What a button for a notice that does not fit into the day says besides the time. */
const secretariesFirst = /先发书记/u;
