import { daysBetween, type LocalDate } from '../local-date.ts';
import { minutesPerDay } from '../local-moment.ts';
import { sendingWindow } from '../sending-window.ts';
import { dateWords, momentWords, timeWords } from '../spoken-time.ts';
import type { Doubt, SpokenMoment } from './doubt.ts';
import { isAhead, momentsOf, type Now, type Said } from './said-moments.ts';
import type { SaidTime } from './said-times.ts';

/** What has to be asked back, and complete moments to choose from, the likeliest first. */
export interface Questions {
  readonly doubts: readonly Doubt[];
  readonly choices: readonly SpokenMoment[];
}

export function questionsAbout(said: Said, now: Now): Questions {
  const open: Doubt[] = [
    ...(said.days.why === undefined ? [] : [{ kind: 'whichDay' as const, words: said.days.why }]),
    ...(said.times.why === undefined ? [] : [said.times.why]),
  ];
  return open.length > 0 ? openQuestions(open, said, now) : improbabilities(said, now);
}

/** As many as there is room for buttons (dialogues.md, rule 5). */
const mostChoices = 4;

/** A day off is asked about together with what is open: both are answered with one tap. */
function openQuestions(open: readonly Doubt[], said: Said, now: Now): Questions {
  const { today, calendar } = now;
  const moments = momentsOf(said).filter((moment) => isAhead(moment, now));
  const [first] = moments;
  const isDayOff =
    first !== undefined && said.days.dates.length === 1 && !said.isSettled && !calendar.isWorkday(first.date);
  if (!isDayOff) return { doubts: open, choices: moments.slice(0, mostChoices) };
  return {
    doubts: [{ kind: 'dayOff', words: dayOffWords(first.date, today) }, ...open],
    choices: [{ ...first, date: calendar.nextWorkday(first.date) }, ...moments].slice(0, mostChoices),
  };
}

/** In days. What is further ahead is a slip in the year. */
const farAhead = 366;

/** What is clear, and probably not meant: what is over, a day off, the night. */
function improbabilities(said: Said, now: Now): Questions {
  const [moment] = momentsOf(said);
  if (moment === undefined) return { doubts: [], choices: [] };
  const { today, calendar } = now;
  const { date, minute } = moment;
  const isPast = !isAhead(moment, now);
  const isDayOff = !isPast && !said.isSettled && !calendar.isWorkday(date);
  const isOutside = !said.isSettled && (minute < sendingWindow.from || minute >= sendingWindow.until);
  const isFar = !said.isSettled && daysBetween(today, date) > farAhead;

  const doubts: Doubt[] = [
    ...(isPast ? [{ kind: 'past' as const, words: pastWords(moment, today) }] : []),
    ...(isDayOff ? [{ kind: 'dayOff' as const, words: dayOffWords(date, today) }] : []),
    ...(isOutside ? [{ kind: 'outside' as const, words: outsideWords(minute) }] : []),
    ...(isFar ? [{ kind: 'far' as const, words: `${dateWords(date, today)}在一年以后` }] : []),
  ];
  if (doubts.length === 0) return { doubts, choices: [] };
  const dates = isPast
    ? [today, calendar.nextWorkday(today)]
    : isDayOff
      ? [calendar.nextWorkday(date), date]
      : [date];
  const times = isOutside ? [...halfDayLater(moment), moment] : [moment];
  const choices = dates
    .filter((one) => one === date || calendar.isWorkday(one))
    .flatMap((one) => times.map((time) => ({ ...time, date: one })))
    .filter((one) => isAhead(one, now));
  return { doubts, choices: choices.slice(0, mostChoices) };
}

function pastWords(moment: SpokenMoment, today: LocalDate): string {
  const words = momentWords(moment, today);
  return moment.date === today ? `${words} 已经过了` : `${words} 已经过去了`;
}

function dayOffWords(date: LocalDate, today: LocalDate): string {
  const words = dateWords(date, today);
  const [, day, weekday] = /^(明天)（(.*)）$/u.exec(words) ?? [];
  return day === undefined ? `${words}不是工作日` : `${day}是${weekday}，不是工作日`;
}

function outsideWords(minute: number): string {
  const time = timeWords(minute);
  if (minute < 6 * 60) return `${time} 是夜里`;
  return minute < sendingWindow.from ? `${time} 太早` : `${time} 太晚`;
}

/** 2:00 was probably 14:00, and 22:00 ten in the morning. */
function halfDayLater({ minute, until }: SpokenMoment): readonly SaidTime[] {
  const step = minute < sendingWindow.from ? 12 * 60 : -12 * 60;
  const other = minute + step;
  if (other < sendingWindow.from || other >= sendingWindow.until) return [];
  const end = until === undefined ? undefined : until + step;
  return [{ minute: other, ...(end === undefined || end > minutesPerDay ? {} : { until: end }) }];
}
