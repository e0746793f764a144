import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import { readWindow } from '../publishing/typed-window.ts';
import { inDigits } from '../time/spoken/numerals.ts';
import { quoted } from '../wording/quoted.ts';
import type { LocalDate } from '../time/local-date.ts';

/** What was typed after 发起竞赛, word by word. */
export interface TypedRoom {
  readonly name: string;
  readonly scope: string;
  readonly count: string;
  readonly seconds?: string | undefined;
}

/** What was typed after 发起挑战. */
export interface TypedChallenge {
  readonly name: string;
  readonly scope: string;
  readonly from: string;
  readonly until: string;
  readonly count: string;
}

export interface RoomOrder {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
}

export interface ChallengeOrder {
  readonly name: string;
  readonly count: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Throws a Refusal that says what was wrong, with an example. */
export function readRoomOrder({ name, count, seconds = '30秒' }: TypedRoom): RoomOrder {
  return {
    name: readName(name),
    count: numberWithin(count, /^(\d{1,4})(?:道题?|题)?$/u, mostOf.room, '题数', '10题'),
    seconds: numberWithin(seconds, /^(\d{1,4})秒?$/u, fairSeconds, '每题的秒数', '30秒'),
  };
}

/** Throws a Refusal that says what was wrong, with an example. */
export function readChallengeOrder(typed: TypedChallenge, today: LocalDate): ChallengeOrder {
  const { from, until } = readWindow(typed, today, { longestAhead, example });
  return {
    name: readName(typed.name),
    count: numberWithin(typed.count, /^(\d{1,4})(?:道题?|题)?$/u, mostOf.challenge, '题数', '10题'),
    from,
    until,
  };
}

const example = '例如：发起挑战 换届知识 本支部 12-01 12-10 10题';

/** Few enough for one sitting in a room, and for a few minutes a day in a challenge. */
const mostOf = { room: { least: 1, most: 30 }, challenge: { least: 1, most: 50 } } as const;

/** Accuracy counts, not fast fingers: nobody gets less than 20 seconds. */
const fairSeconds = { least: 20, most: 60 };

/** In days. Questions expire and people move on. */
const longestAhead = 92;

/** So that it stands in one line of a list, and in the title of a card. */
const longestName = 16;

function readName(typed: string): string {
  const name = typed.trim();
  const { length } = [...name];
  if (length > longestName) throw new Refusal(`名称太长了：${length} 个字，最多 ${longestName} 个字。`);
  refuseMarkedText(name);
  return name;
}

function numberWithin(
  text: string,
  form: RegExp,
  { least, most }: { readonly least: number; readonly most: number },
  what: string,
  sample: string,
): number {
  const digits = form.exec(inDigits(text.normalize('NFKC')))?.[1];
  if (digits === undefined) throw new Refusal(`没有看懂${what}${quoted(text)}，例如：${sample}`);
  const number = Number(digits);
  if (number >= least && number <= most) return number;
  throw new Refusal(`${what}要在 ${least} 到 ${most} 之间，例如：${sample}`);
}
