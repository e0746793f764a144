import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { lifeWords } from '../notices/notice-list-text.ts';
import { reminderSubject } from '../notices/notice-subjects.ts';
import type { Notices } from '../notices/notices.ts';
import { nudgeCard } from '../notices/nudge-card.ts';
import type { NoticeReceipts, SeenReceipts } from '../notices/receipts.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Organisation } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import type { RemindPeople, SentReminders } from './remind-people.ts';

/** What became of 提醒 通知. */
export type NoticeReminder =
  | { readonly outcome: 'tooSoon'; readonly number: number; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded'; readonly number: number } & NoticeReminderFigures);

/** They add up: `total` people have confirmed it, were not reached, are spared, reminded or never reachable. */
export interface NoticeReminderFigures extends SentReminders {
  readonly organisation: Organisation;
  readonly total: number;
  readonly confirmed: number;
  /** Still on the way to them, or it could not reach them. */
  readonly undelivered: number;
  readonly spared: number;
}

export interface NoticeReminderParts {
  readonly notices: Pick<Notices, 'latest'>;
  readonly noticeReceipts: NoticeReceipts;
  readonly zone: Zone;
  readonly remindPeople: RemindPeople;
}

/**
 * Reminds those of the officer's people whom a notice reached and who have not confirmed it: the one
 * named, else the only one that somebody has not confirmed. Throws a Refusal when there is none.
 */
export async function remindOfNotice(
  turn: Turn,
  typed: number | undefined,
  { notices, noticeReceipts, zone, remindPeople }: NoticeReminderParts,
): Promise<NoticeReminder> {
  // The committee's own way counts its nudges, so that nobody is asked a fourth time.
  if (turn.member.role === 'committee') throw new Refusal('工委提醒没有确认的人，用催办，例如：催办 3');
  const number = typed ?? (await onlyOpen(turn, notices, noticeReceipts));
  const { notice, scope, figures, people, states } = await seenBy(turn, number, noticeReceipts);
  if (notice.life.state !== 'sent') {
    throw new Refusal(`通知 ${number} 不用提醒：${lifeWords(notice, turn.today, zone)}。`);
  }

  const organisation = scope ?? turn.member.organisation;
  const permission = await remindPeople(turn, organisation, `notice-${number}`);
  if ('minutesLeft' in permission) return { outcome: 'tooSoon', number, ...permission };
  const unconfirmed = people.filter(({ userid }) => states.get(userid.toLowerCase())?.kind === 'sent');
  const open = unconfirmed.filter((person) => !sparedFromReminders(person));
  const card = nudgeCard(notice);
  const sent = await permission.send(
    open.map((person) => ({ person, name: `notice-${number}`, card })),
    { takenBackAs: reminderSubject(number) },
  );
  return {
    outcome: 'reminded',
    number,
    organisation,
    total: figures.total,
    confirmed: figures.confirmed,
    undelivered: figures.total - figures.confirmed - figures.unconfirmed,
    spared: unconfirmed.length - open.length,
    ...sent,
  };
}

async function seenBy(turn: Turn, number: number, receipts: NoticeReceipts): Promise<SeenReceipts> {
  const seen = await receipts.of(turn, number);
  if (seen !== undefined) return seen;
  throw new Refusal(`没有第 ${number} 号通知，或者没有发给您这里的人。发“回执”看最近的。`);
}

async function onlyOpen(
  turn: Turn,
  notices: Pick<Notices, 'latest'>,
  receipts: NoticeReceipts,
): Promise<number> {
  const latest = (await notices.latest(turn, lookBack)).filter(({ life }) => life.state === 'sent');
  const seen = await Promise.all(latest.map(({ number }) => receipts.of(turn, number)));
  const open = seen.flatMap((one) =>
    one !== undefined && one.figures.unconfirmed > 0 ? [one.notice.number] : [],
  );
  const [only, second] = open;
  if (only === undefined) throw new Refusal('最近的通知，您这里送到的人都确认了，不用提醒。');
  if (second === undefined) return only;
  throw new Refusal(
    `还有人没确认的通知有 ${open.length} 条：${open.join('、')}。请写编号，例如：提醒 通知 ${only}`,
  );
}

/** How many notices back an open one is looked for. */
const lookBack = 10;
