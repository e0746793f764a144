import type { MeetingType } from '../library/meeting-type.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { SpokenMoment } from '../time/spoken/doubt.ts';
import type { Monthly } from '../time/spoken/monthly.ts';
import { monthlyWords } from '../time/spoken/monthly.ts';
import { timeWords } from '../time/spoken-time.ts';

/** A call that is understood as a whole. */
export interface MeetingOrder {
  readonly type: MeetingType;
  readonly title: string;
  readonly organisation: Organisation;
  /** The first of them, when it is monthly. */
  readonly when: SpokenMoment;
  readonly monthly?: Monthly;
  readonly place?: string;
  /** As it was typed; the usual agenda of the type is filled in when it is shown. */
  readonly agenda: readonly string[];
  /** 列席, besides those whom the type invites. */
  readonly guests: readonly Person[];
}

/** How a part of an order is typed; the others are left out. */
export type OrderParts = Partial<Omit<MeetingOrder, 'organisation'>> & {
  readonly organisation?: Organisation | undefined;
};

/**
 * The order as a line that is read back as the same at any time: what 确认 runs, and what a choice stands
 * for. Its time is meant as it stands, because it was shown or chosen.
 */
export function orderLine({
  title,
  organisation,
  when,
  monthly,
  place,
  agenda = [],
  guests = [],
}: OrderParts): string {
  return [
    '开会',
    ...(monthly === undefined ? [] : [`每月${monthlyWords(monthly)}`]),
    ...(when === undefined ? [] : [`就定${monthly === undefined ? momentTyped(when) : hoursTyped(when)}`]),
    ...(title === undefined ? [] : [title]),
    ...(place === undefined ? [] : [`地点：${place}`]),
    ...(organisation === undefined ? [] : [`@${organisation.code}`]),
    ...(guests.length === 0 ? [] : [`列席：${guests.map(({ userid }) => userid).join('、')}`]),
    ...(agenda.length === 0 ? [] : [`议题：${agenda.join('；')}`]),
  ].join(' ');
}

/** `2026-11-25 15:00-16:30`, which is read back as the same. */
export function momentTyped(moment: SpokenMoment): string {
  return `${moment.date} ${hoursTyped(moment)}`;
}

/** `15:00-16:30`, with both digits, so that 03:00 is meant as it stands. */
function hoursTyped({ minute, until }: Pick<SpokenMoment, 'minute' | 'until'>): string {
  const typed = (one: number): string => timeWords(one).padStart(5, '0');
  return until === undefined ? typed(minute) : `${typed(minute)}-${typed(until)}`;
}
