import type { Turn } from '../chat/turn.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import { addDays, addMonths } from '../time/local-date.ts';
import type { SpokenMoment } from '../time/spoken/doubt.ts';
import { monthlyDay } from '../time/spoken/monthly.ts';
import { isAhead } from '../time/spoken/said-moments.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Invited } from './invitation.ts';
import { inviteesOf } from './invitees.ts';
import type { MakeMeeting } from './making.ts';
import type { MeetingOrder } from './meeting-order.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import { agendaFor } from './order-agenda.ts';
import { understandOrder, type OrderQuestion } from './order-question.ts';
import { readOrderWords, type OrderWords } from './order-words.ts';
import { overlapsOf, type Overlap } from './overlapping.ts';
import type { ParticipantStore } from './participant-store.ts';
import { remindersOf, type PlannedReminder } from './reminder-plan.ts';
import type { SeriesStore } from './series-store.ts';
import { announcedFrom, firstOfMonth, nextMonth, seriesOf, type Series } from './series.ts';
import { startOf, type Reach, type Telling } from './telling.ts';

/** 开会 */
export interface Calling {
  /** What would be called for whom, or what has to be asked first. Throws a Refusal for what cannot be. */
  prepare(turn: Turn, line: string): Promise<PreparedCall | OrderQuestion>;
  /** States the meeting with its invitations; of a monthly one that is still far only that it comes. */
  call(turn: Turn, prepared: PreparedCall): Promise<Called>;
}

export interface PreparedCall {
  readonly kind: 'ready';
  readonly order: MeetingOrder;
  /** With the study item and the usual items filled in. */
  readonly agenda: readonly string[];
  readonly invited: readonly Invited[];
  readonly reach: Reach;
  readonly reminders: readonly PlannedReminder[];
  readonly overlaps: readonly Overlap[];
  /** When the first of a monthly meeting is announced, in milliseconds since the epoch; absent for now. */
  readonly announceAt?: number;
}

export interface Called {
  readonly meeting?: Meeting;
  readonly series?: Series;
}

export interface CallingParts {
  readonly types: readonly MeetingType[];
  readonly store: Pick<MeetingStore, 'starting'>;
  readonly participants: Pick<ParticipantStore, 'all'>;
  readonly seriesStore: Pick<SeriesStore, 'latest' | 'add'>;
  readonly telling: Telling;
  readonly make: MakeMeeting;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
}

export function createCalling(parts: CallingParts): Calling {
  const { types, store, participants, seriesStore, telling, make, calendar, zone } = parts;

  return {
    async prepare(turn, line) {
      const { today, minute } = turn;
      const organisations = turn.roster.scopeOf(turn.member).map(({ name }) => name);
      const typed = line.replace(anotherTime, '');
      const words = readOrderWords(typed, { today, minute, calendar, types, organisations });
      const said = withOnlyType(words, turn);
      refuseMarkedText([said.title, said.place, ...said.agenda].join('\n'));
      const understood = understandOrder(turn, said);
      if (understood.kind !== 'order') return understood;
      const order = withFirstDay(understood.order, turn);
      if (!anotherTime.test(line)) return ready(turn, order);
      return { kind: 'when', doubts: [], choices: otherTimes(order.when, turn), known: order };
    },

    async call(turn, { order, agenda, invited, reach, announceAt }) {
      const convenedBy = turn.member.person.userid;
      const isNow = announceAt === undefined;
      const calledAt = { date: turn.today, minute: turn.minute };
      const plan = { ...order, agenda, invited, reach, convenedBy, calledAt, now: turn.at };
      const meeting = isNow ? { meeting: await make(turn.work, plan) } : {};
      const { monthly } = order;
      if (monthly === undefined) return meeting;

      const first = firstOfMonth(order.when.date);
      const next = isNow ? addMonths(first, 1) : first;
      const number = (await seriesStore.latest()) + 1;
      const series = seriesOf({ ...order, monthly }, { number, convenedBy, next });
      seriesStore.add(turn.work, series);
      return { ...meeting, series };
    },
  };

  async function ready(turn: Turn, order: MeetingOrder): Promise<PreparedCall> {
    const { type, organisation, guests, when, monthly, agenda } = order;
    const { roster, at: now } = turn;
    const invited = inviteesOf(type, organisation, guests, roster);
    const announced = announcedFrom(when.date, calendar);
    const announceAt = monthly === undefined ? now : zone.instantOf(announced.date, announced.minute);
    const before = startOf(when, zone);
    return {
      kind: 'ready',
      order,
      agenda: agendaFor(type, agenda),
      invited,
      reach: await telling.reach(invited, {
        roster,
        ...(announceAt > now ? {} : { by: turn.member.person.userid }),
        now: Math.max(now, announceAt),
        kind: 'unasked',
        before,
      }),
      reminders: remindersOf({ ...when, changedAt: Math.max(now, announceAt) }, { zone, calendar }),
      overlaps: await overlapsOf(when, invited, roster, { store, participants }),
      ...(announceAt > now ? { announceAt } : {}),
    };
  }

  /** A 小组长 calls no other meeting than that of the own group. */
  function withOnlyType(words: OrderWords, { member }: Turn): OrderWords {
    const type = types.find(({ invites }) => invites === '小组');
    if (words.type !== undefined || type === undefined || member.role !== 'groupLeader') return words;
    return { ...words, type, title: type.name };
  }

  /** A monthly meeting begins with the next of its days. */
  function withFirstDay(order: MeetingOrder, turn: Turn): MeetingOrder {
    const { monthly, when } = order;
    if (monthly === undefined) return order;
    const month = nextMonth({ monthly, minute: when.minute }, turn, calendar);
    return { ...order, when: { ...when, date: monthlyDay(monthly, month, calendar) } };
  }

  /** The same day at other hours, the next working day, a week later. */
  function otherTimes({ date, minute }: SpokenMoment, turn: Turn): readonly SpokenMoment[] {
    const hours = [9 * 60, 15 * 60, 16 * 60].filter((one) => one !== minute).slice(0, 2);
    return [
      ...hours.map((one) => ({ date, minute: one })),
      { date: calendar.nextWorkday(date), minute },
      { date: addDays(date, 7), minute },
    ].filter((one) => calendar.isWorkday(one.date) && isAhead(one, turn));
  }
}

/** Behind the button 改时间 of a preview. */
const anotherTime = /^\s*改时间\s*/u;
