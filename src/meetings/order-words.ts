import type { MeetingType } from '../library/meeting-type.ts';
import { readMonthly, type Monthly } from '../time/spoken/monthly.ts';
import { readSpokenTime, type SpokenTime } from '../time/spoken/read-spoken-time.ts';
import type { Now } from '../time/spoken/said-moments.ts';
import { readAgenda } from './order-agenda.ts';
import { findPlace } from './order-place.ts';
import { findType } from './order-type.ts';

/** What was typed behind 开会, taken apart; whom the words mean is not looked up yet. */
export interface OrderWords {
  readonly time: SpokenTime;
  readonly monthly?: Monthly;
  readonly type?: MeetingType;
  readonly title?: string;
  readonly place?: string;
  /** As typed; the usual one of the type is not filled in. */
  readonly agenda: readonly string[];
  /** Behind the @. */
  readonly organisation?: string;
  /** Names or accounts behind 列席. */
  readonly guests: readonly string[];
}

export interface OrderContext extends Now {
  readonly types: readonly MeetingType[];
  /** Names of organisations that may be meant without an @: 机关一支部党员大会. */
  readonly organisations: readonly string[];
}

/**
 * Takes a call apart, in whatever order it was typed: `下周三下午3点 党员大会 308 学习…；研究…`,
 * `308会议室 明天9点 支委会`. Throws a Refusal for an agenda that is too long.
 */
export function readOrderWords(text: string, context: OrderContext): OrderWords {
  const { types, today, minute, calendar } = context;
  const now = { today, minute, calendar };
  const recurring = readMonthly(text);
  const time = recurring === undefined ? readSpokenTime(text, now) : hourOfMonthly(recurring.rest, now);
  const [named, labelled] = atAgendaLabel(time.rest);
  const { organisation, rest: withoutOrganisation } = cutOrganisation(named, context);
  const { guests, rest } = cutGuests(withoutOrganisation);

  const found = findType(rest, types, (words) => findPlace(words)?.rest ?? words);
  const around = found === undefined ? [rest] : [found.before, found.after];
  const places = around.map(findPlace);
  const index = places.findIndex((place) => place !== undefined);
  const left = around.map((part, at) => (at === index ? (places[at]?.rest ?? part) : part));
  const place = places[index]?.place;
  return {
    time,
    ...(recurring === undefined ? {} : { monthly: recurring.monthly }),
    ...(found === undefined ? {} : { type: found.type, title: found.title }),
    ...(place === undefined ? {} : { place }),
    agenda: [...left.flatMap(readAgenda), ...readAgenda(labelled)],
    ...(organisation === undefined ? {} : { organisation }),
    guests,
  };
}

/** Of a monthly meeting only the hour is asked about; its day is the calendar's. */
function hourOfMonthly(text: string, now: Now): SpokenTime {
  const date = now.calendar.nextWorkday(now.today);
  const time = readSpokenTime(text, { ...now, otherwise: { date } });
  if (time.minute !== undefined || time.doubts.length > 0) return time;
  const choices = usualHours.map((hour) => ({ date, minute: hour * 60 }));
  return { ...time, doubts: [{ kind: 'noHour', words: '还没有定几点' }], choices };
}

const usualHours = [15, 9, 10];

/** Everything behind 议题： is the agenda, whatever it looks like. */
function atAgendaLabel(text: string): readonly [string, string] {
  const label = /(?:会议)?(?:议题|议程)\s*[:：]/u.exec(text);
  return label === null
    ? [text, '']
    : [text.slice(0, label.index), text.slice(label.index + label[0].length)];
}

/** Behind an @; or by its name, alone or in front of the meeting: 机关一支部党员大会. */
function cutOrganisation(
  text: string,
  { organisations, types }: Pick<OrderContext, 'organisations' | 'types'>,
): { readonly organisation?: string; readonly rest: string } {
  const marked = /[@＠]\s*([^\s,，;；。]+)/u.exec(text);
  if (marked !== null) return { organisation: marked[1] ?? '', rest: text.replace(marked[0], ' ') };
  const meetings = types.flatMap(({ name, aliases }) => [name, ...aliases]);
  const named = organisations.find((name) => {
    const at = text.indexOf(name);
    if (at === -1 || !/(?:^|[\s,，])$/u.test(text.slice(0, at))) return false;
    const behind = text.slice(at + name.length).replace(/^的/u, '');
    return /^(?:$|[\s,，])/u.test(behind) || meetings.some((meeting) => behind.startsWith(meeting));
  });
  return named === undefined ? { rest: text } : { organisation: named, rest: text.replace(named, ' ') };
}

function cutGuests(text: string): { readonly guests: readonly string[]; readonly rest: string } {
  const match = /(?:请)?列席(?:人员)?\s*[:：]?\s*([^\s,，;；。]+(?:[、,，][^\s,，;；。]+)*)/u.exec(text);
  if (match === null) return { guests: [], rest: text };
  const guests = (match[1] ?? '').split(/[、,，]/u).filter((name) => name !== '');
  return { guests, rest: text.replace(match[0], ' ') };
}
