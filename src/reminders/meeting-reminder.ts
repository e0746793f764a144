import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { comingLedMeeting } from '../meetings/led-meeting.ts';
import { unansweredCard } from '../meetings/meeting-cards.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { ViewMeeting } from '../meetings/meeting-view.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Organisation } from '../roster/roster.ts';
import { plainMomentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { RemindPeople, SentReminders } from './remind-people.ts';

/** What became of 提醒 会议. */
export type MeetingReminder =
  | { readonly outcome: 'tooSoon'; readonly meeting: Meeting; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded'; readonly meeting: Meeting } & MeetingReminderFigures);

/** They add up: `total` people have replied, are spared, reminded or never reachable. */
export interface MeetingReminderFigures extends SentReminders {
  readonly organisation: Organisation;
  readonly total: number;
  /** 列席 among them. */
  readonly guests: number;
  readonly replied: number;
  readonly spared: number;
}

export interface MeetingReminderParts {
  readonly store: Pick<MeetingStore, 'find' | 'starting'>;
  readonly view: ViewMeeting;
  readonly zone: Zone;
  readonly remindPeople: RemindPeople;
}

/**
 * Reminds those of the officer's people who have not replied: to the meeting named, else the only one the
 * officer has called. Throws a Refusal when there is none to reply to.
 */
export async function remindOfMeeting(
  turn: Turn,
  number: number | undefined,
  { store, view, zone, remindPeople }: MeetingReminderParts,
): Promise<MeetingReminder> {
  const meant =
    number ?? (await comingLedMeeting(turn, undefined, { store, zone, word: '提醒 会议' })).number;
  const seen = await view(turn, meant);
  const { meeting } = seen;
  if (meeting.state === 'cancelled') throw new Refusal(`会议 ${meant} 已经取消了，不用提醒。`);
  if (seen.hasBegun) {
    throw new Refusal(`会议 ${meant} 已经开始了，不再提醒回复。`);
  }
  const organisation = turn.roster.scopeOf(turn.member)[0] ?? turn.member.organisation;
  const permission = await remindPeople(turn, organisation, `meeting-${meant}-${meeting.round}`);
  if ('minutesLeft' in permission)
    return { outcome: 'tooSoon', meeting, minutesLeft: permission.minutesLeft };

  const { replies } = seen;
  const unanswered = replies?.unanswered ?? [];
  const open = unanswered.filter((person) => !sparedFromReminders(person));
  const where = meeting.place === undefined ? '' : ` · ${meeting.place}`;
  // Some read it only tomorrow: no 明天 in it.
  const note = `${plainMomentWords(meeting, turn.today)}${where}`;
  const card = { ...unansweredCard(meeting, turn.today), note };
  const sent = await permission.send(open.map((person) => ({ person, name: `meeting-${meant}`, card })));
  return {
    outcome: 'reminded',
    meeting,
    organisation,
    total: replies?.total ?? 0,
    guests: replies?.guests ?? 0,
    replied: (replies?.total ?? 0) - unanswered.length,
    spared: unanswered.length - open.length,
    ...sent,
  };
}
