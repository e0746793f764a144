import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readSpokenDay, readSpokenDeadline, type SpokenDay } from '../time/spoken/read-spoken-day.ts';
import { dayOfRule } from './deadlines.ts';
import type { FieldReading } from './field-reading.ts';

export type DateField = Extract<FlowField, { kind: 'date' }>;

/** The day that was typed for a field. Throws a Refusal that says what the field wants. */
export function dayOf(field: DateField, word: string, reading: FieldReading): LocalDate {
  const { label } = field;
  const day = spokenDay(field, word, reading);
  if (day.kind === 'notADay') throw new Refusal(`没有看懂${label}是哪一天：${quoted(word)}。`);
  if (day.kind === 'noSuchDay') throw new Refusal(`${label}${quoted(word)}不是日历上有的日子。`);
  if (day.kind === 'unclear') throw new Refusal(`${label}${quoted(word)}：${day.why}。`);
  const unfit = whyUnfit(field, day.date, reading);
  if (unfit !== undefined) throw new Refusal(`${label}${unfit}`);
  return day.date;
}

/** A word that may mean several days. */
export interface UnclearDay {
  /** In the person's language, without a full stop: `今天就是周五，没有说是今天还是下周五`. */
  readonly why: string;
  /** Those of them that fit the field, the likeliest first; at least one. */
  readonly dates: readonly LocalDate[];
}

/** Which days a word may mean; `undefined` when it is clear, or none of them would fit. */
export function unclearDay(field: DateField, word: string, reading: FieldReading): UnclearDay | undefined {
  const day = spokenDay(field, word, reading);
  if (day.kind !== 'unclear') return undefined;
  const dates = day.dates.filter((date) => whyUnfit(field, date, reading) === undefined);
  return dates.length === 0 ? undefined : { why: day.why, dates };
}

/** Whether a word is written like a day, whatever becomes of it. */
export function isDay(field: DateField, word: string, reading: FieldReading): boolean {
  return spokenDay(field, word, reading).kind !== 'notADay';
}

/** The longest beginning of a word that is a day: 12月1日前 of 12月1日前补齐台账; `undefined` when there is none. */
export function dayAtStart(field: DateField, word: string, reading: FieldReading): string | undefined {
  for (let end = Math.min(word.length, longestDay); end > 1; end -= 1) {
    const start = word.slice(0, end);
    const isCut = /\d$/u.test(start) && /^\d/u.test(word.slice(end));
    if (!isCut && isDay(field, start, reading)) return start;
  }
  return undefined;
}

/** In characters: `2026年12月31日（周四）下班以前`. */
const longestDay = 20;

/** Without a year rather a past or a coming day is meant. */
function spokenDay({ when }: DateField, word: string, { today, calendar }: FieldReading): SpokenDay {
  if (when === 'past') return readSpokenDay(word, today, { calendar, near: addDays(today, -quarter) });
  if (when === 'future') return readSpokenDeadline(word, today, { calendar, near: addDays(today, quarter) });
  return readSpokenDay(word, today, { calendar });
}

const quarter = 90;

/** In days. What is farther off is a slip in the year: extended probation ends three years ahead at most. */
const farthestAhead = 3 * 366;
const farthestBack = 10 * 366;

/** What comes behind the label: `明天（周六）还没有到。` */
function whyUnfit(field: DateField, date: LocalDate, reading: FieldReading): string | undefined {
  const { today } = reading;
  const said = dateWords(date, today);
  if (field.when === 'future' && date < today) return `${said}已经过去了。`;
  if (field.when === 'past' && date > today) return `${said}还没有到。`;
  if (date > addDays(today, farthestAhead)) return `${said}太远了，请核对年份。`;
  if (date < addDays(today, -farthestBack)) return `${said}太早了，请核对年份。`;
  return whyOutside(field, date, reading);
}

function whyOutside(
  { between }: DateField,
  date: LocalDate,
  { known, today, calendar }: FieldReading,
): string | undefined {
  const from = between && dayOfRule(between.from, known, today, calendar);
  const until = between && dayOfRule(between.until, known, today, calendar);
  if (from === undefined || until === undefined || (date >= from && date <= until)) return undefined;
  const days = [from, until, date].map((day) => dateWords(day, today));
  return `要在${days[0]}到${days[1]}之间，${days[2]}不在里面。`;
}
