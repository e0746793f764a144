import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readSpokenDay, readSpokenDeadline, type SpokenDay } from '../time/spoken/read-spoken-day.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { CaseValues } from './case.ts';
import { dayOfRule } from './deadlines.ts';
import { refusePrivateText } from './private-text.ts';

/** What one field is read with. */
export interface FieldReading {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  /** What the case holds already. */
  readonly known: CaseValues;
  /** Words that no text may hold. */
  readonly never: readonly string[];
}

/** What was typed for a field as it is recorded. Throws a Refusal that says what the field wants. */
export function fieldValue(field: FlowField, word: string, reading: FieldReading): string {
  switch (field.kind) {
    case 'text': {
      refusePrivateText(word, reading.never);
      const length = [...word].length;
      if (length <= field.most) return word;
      throw new Refusal(`${field.label}有 ${length} 个字，最多 ${field.most} 个，请缩短。`);
    }
    case 'date':
      return dayOf(field, word, reading);
    case 'choice': {
      const choice = field.choices.find((one) => one === word.normalize('NFKC'));
      if (choice !== undefined) return choice;
      throw new Refusal(`${field.label}没有${quoted(word)}这一项，可以选：${field.choices.join('、')}。`);
    }
    case 'number':
    case 'count':
      return numberOf(field, word);
  }
}

/** A day as it is typed for a field: without a year rather a past or a coming one. */
export function spokenDay(
  { when }: Pick<DateField, 'when'>,
  word: string,
  { today, calendar }: Pick<FieldReading, 'today' | 'calendar'>,
): SpokenDay {
  if (when === 'past') return readSpokenDay(word, today, { calendar, near: addDays(today, -quarter) });
  if (when === 'future') return readSpokenDeadline(word, today, { calendar, near: addDays(today, quarter) });
  return readSpokenDay(word, today, { calendar });
}

type DateField = Extract<FlowField, { kind: 'date' }>;

const quarter = 90;

/** In days. What is farther off is a slip in the year: extended probation ends three years ahead at most. */
const farthestAhead = 3 * 366;
const farthestBack = 10 * 366;

function dayOf(field: DateField, word: string, reading: FieldReading): LocalDate {
  const { label, when } = field;
  const { today } = reading;
  const day = spokenDay(field, word, reading);
  if (day.kind === 'notADay') throw new Refusal(`没有看懂${label}是哪一天：${quoted(word)}。`);
  if (day.kind === 'noSuchDay') throw new Refusal(`${label}${quoted(word)}不是日历上有的日子。`);
  if (day.kind === 'unclear') throw new Refusal(`${label}${quoted(word)}：${day.why}。`);
  const { date } = day;
  const said = dateWords(date, today);
  if (when === 'future' && date < today) throw new Refusal(`${label}${said}已经过去了。`);
  if (when === 'past' && date > today) throw new Refusal(`${label}${said}还没有到。`);
  if (date > addDays(today, farthestAhead)) throw new Refusal(`${label}${said}太远了，请核对年份。`);
  if (date < addDays(today, -farthestBack)) throw new Refusal(`${label}${said}太早了，请核对年份。`);
  refuseOutside(field, date, reading);
  return date;
}

function refuseOutside(
  { label, between }: DateField,
  date: LocalDate,
  { known, today, calendar }: FieldReading,
): void {
  const from = between && dayOfRule(between.from, known, today, calendar);
  const until = between && dayOfRule(between.until, known, today, calendar);
  if (from === undefined || until === undefined || (date >= from && date <= until)) return;
  const days = [from, until, date].map((day) => dateWords(day, today));
  throw new Refusal(`${label}在${days[0]}到${days[1]}之间，${days[2]}不在里面。`);
}

function numberOf(
  { kind, label, least, most }: Extract<FlowField, { kind: 'number' | 'count' }>,
  word: string,
): string {
  const digits = word.normalize('NFKC').replace(/[人名票分个]$/u, '');
  const form = kind === 'count' ? /^\d{1,6}$/u : /^\d{1,6}(?:\.\d)?$/u;
  if (!form.test(digits)) throw new Refusal(`${label}要写数字，${quoted(word)}没有看懂。`);
  const number = Number(digits);
  if (number >= least && number <= most) return String(number);
  throw new Refusal(least === most ? `${label}是 ${least}。` : `${label}在 ${least} 到 ${most} 之间。`);
}
