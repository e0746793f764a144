import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { SendEntry } from './outbox-entry.ts';
import type { SendResult } from './sender.ts';

/** What became of the recipients of a call; each is in one of the lists. */
export interface Outcome {
  /** WeCom accepted the message for them. */
  readonly reached: readonly string[];
  /** Reason, in a few Chinese words for an officer → the userids it kept from being reached. */
  readonly missed: ReadonlyMap<string, readonly string[]>;
  /** For recalling the message. */
  readonly messageId: string | undefined;
  /** For updating the card once without a tap, for 72 hours. */
  readonly responseCode: string | undefined;
}

/** Told what became of every send, so that the domain that caused it can record it in the same step. */
export interface DeliveryReport {
  settle(work: UnitOfWork, entry: SendEntry, outcome: Outcome): void;
}

/** WeCom did not say what became of it, and to send it again might deliver it twice. */
export const unconfirmed = '未确认送达';
/** Its userid is one that WeCom cannot have. */
export const impossibleAccount = '账号有误';
/** The message was taken back before WeCom was given it. */
export const withdrawn = '已撤回，没有发出';
const invisible = '不在可见范围';
const unlicensed = '没有接口许可';

/** Userids keep the spelling of the entry; WeCom answers in lower case (protocol §4.2). */
export function outcomeOf(recipients: readonly string[], result: SendResult): Outcome {
  const { invalid, unlicensed: without, ...rest } = result;
  if (invalid.length === 0 && without.length === 0)
    return { ...rest, reached: recipients, missed: new Map() };

  const reasons = new Map([
    ...without.map((userid) => [userid.toLowerCase(), unlicensed] as const),
    ...invalid.map((userid) => [userid.toLowerCase(), invisible] as const),
  ]);
  const reasonOf = (userid: string) => reasons.get(userid.toLowerCase());
  const missed = new Map<string, string[]>();
  for (const userid of recipients) {
    const reason = reasonOf(userid);
    if (reason === undefined) continue;
    const some = missed.get(reason);
    if (some === undefined) missed.set(reason, [userid]);
    else some.push(userid);
  }
  return { ...rest, reached: recipients.filter((userid) => reasonOf(userid) === undefined), missed };
}

export function allMissed(recipients: readonly string[], reason: string): Outcome {
  return {
    reached: [],
    missed: new Map([[reason, recipients]]),
    messageId: undefined,
    responseCode: undefined,
  };
}
