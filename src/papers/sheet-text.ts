import { parseLocalDate } from '../time/local-date.ts';
import {
  makeUpReasons,
  type Attempt,
  type MakeUp,
  type Mark,
  type MarkedItem,
  type Result,
} from './sheet.ts';

/*
 * Written as short as can be, for ten thousand people and every question. Minutes since 1970 in base 36.
 *
 *   attempt   `<try> <deadline> <place>` and for each question `|<answer>`
 *   result    `<minute handed in> <right> <p or c>` and, while they are kept, for each question
 *             `|<mark><answer>`; marks are + right, - wrong, ~ withdrawn, none for blank
 *   make-up   `<last day> <reason>`
 */
export function attemptText({ try: number, deadline, place, answers }: Attempt): string {
  return [`${number} ${minuteText(deadline)} ${place}`, ...answers.map(withoutBars)].join('|');
}

/** `undefined` for what cannot be read. */
export function readAttempt(text: string): Attempt | undefined {
  const [head = '', ...answers] = text.split('|');
  const [, number, deadline = '', place] = /^([1-9]\d*) ([0-9a-z]+) (0|[1-9]\d*)$/u.exec(head) ?? [];
  if (number === undefined) return undefined;
  return { try: Number(number), deadline: readMinute(deadline), place: Number(place), answers };
}

export function resultText({ handedInAt, by, right, items = [] }: Result): string {
  const head = `${minuteText(handedInAt)} ${right} ${by === 'person' ? 'p' : 'c'}`;
  return [head, ...items.map(({ mark, answer }) => signs[mark] + withoutBars(answer))].join('|');
}

/** The number of the try is the name of the field. */
export function readResult(name: string, text: string): Result | undefined {
  const [head = '', ...items] = text.split('|');
  const [, minute, right, by] = /^([0-9a-z]+) (\d+) ([pc])$/u.exec(head) ?? [];
  if (minute === undefined || !/^[1-9]\d*$/u.test(name)) return undefined;
  return {
    try: Number(name),
    handedInAt: readMinute(minute),
    by: by === 'p' ? 'person' : 'clock',
    right: Number(right),
    ...(items.length === 0 ? {} : { items: items.map(readItem) }),
  };
}

export function makeUpText({ until, reason }: MakeUp): string {
  return `${until} ${reason}`;
}

export function readMakeUp(text: string): MakeUp | undefined {
  const [day = '', code] = text.split(' ');
  const until = parseLocalDate(day);
  const reason = makeUpReasons.find((one) => one === code);
  return until === undefined || reason === undefined ? undefined : { until, reason };
}

const oneMinute = 60_000;

const signs: Readonly<Record<Mark, string>> = { right: '+', wrong: '-', blank: '', withdrawn: '~' };
const marksBySign: ReadonlyMap<string, Mark> = new Map([
  ['+', 'right'],
  ['-', 'wrong'],
  ['~', 'withdrawn'],
]);

function readItem(text: string): MarkedItem {
  const mark = marksBySign.get(text.charAt(0));
  return mark === undefined ? { mark: 'blank', answer: '' } : { mark, answer: text.slice(1) };
}

function minuteText(instant: number): string {
  return Math.floor(instant / oneMinute).toString(36);
}

function readMinute(text: string): number {
  return Number.parseInt(text, 36) * oneMinute;
}

/** Only a text that was typed for a gap can have one. */
function withoutBars(answer: string): string {
  return answer.replaceAll('|', ' ');
}
