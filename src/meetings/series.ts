import { addMonths, localDate, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import { monthlyDay, type Monthly } from '../time/spoken/monthly.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { MeetingOrder } from './meeting-order.ts';

/** A meeting that is called again every month. */
export interface Series {
  /** Short number, unique among the monthly meetings for ever. */
  readonly number: number;
  readonly monthly: Monthly;
  /** Code of the type, as in `content/meetings/types.yaml`. */
  readonly type: string;
  readonly title: string;
  /** Code of the organisation that meets. */
  readonly organisation: string;
  /** Minute of the day, 0 to 1439. */
  readonly minute: number;
  readonly until?: number;
  readonly place?: string;
  /** As it was typed. */
  readonly agenda: readonly string[];
  /** Userids. */
  readonly guests: readonly string[];
  readonly convenedBy: string;
  /** The first day of the month whose meeting is called next. */
  readonly next: LocalDate;
  readonly state: 'open' | 'ended';
}

/** A call that is to be repeated, in the order of `Series`: what is read back is compared as a text. */
export function seriesOf(
  order: MeetingOrder & { readonly monthly: Monthly },
  { number, convenedBy, next }: Pick<Series, 'number' | 'convenedBy' | 'next'>,
): Series {
  const { monthly, type, title, organisation, when, place, agenda, guests } = order;
  return {
    number,
    monthly,
    type: type.code,
    title,
    organisation: organisation.code,
    minute: when.minute,
    ...(when.until === undefined ? {} : { until: when.until }),
    ...(place === undefined ? {} : { place }),
    agenda,
    guests: guests.map(({ userid }) => userid),
    convenedBy,
    next,
    state: 'open',
  };
}

/** How many working days before its day a monthly meeting is announced, at nine. */
const daysAhead = 5;
const announceMinute = 9 * 60;

export function firstOfMonth(date: LocalDate): LocalDate {
  return localDate(yearOf(date), monthOf(date), 1);
}

/** The month, by its first day, whose meeting is the first to lie ahead. */
export function nextMonth(
  { monthly, minute }: Pick<Series, 'monthly' | 'minute'>,
  now: { readonly today: LocalDate; readonly minute: number },
  calendar: WorkCalendar,
): LocalDate {
  const first = firstOfMonth(now.today);
  const day = monthlyDay(monthly, first, calendar);
  const isAhead = day > now.today || (day === now.today && minute > now.minute);
  return isAhead ? first : addMonths(first, 1);
}

/** The day and minute from which on the meeting of this day is announced. */
export function announcedFrom(
  date: LocalDate,
  calendar: WorkCalendar,
): { readonly date: LocalDate; readonly minute: number } {
  let day = date;
  for (let count = 0; count < daysAhead; count += 1) day = calendar.previousWorkday(day);
  return { date: day, minute: announceMinute };
}
