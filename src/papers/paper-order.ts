import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import { quoted } from '../roster/quoted.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readPaperOptions, type PaperOptions } from './paper-options.ts';
import { readDay } from './typed-day.ts';

/** What was typed after 发布测试, word by word. */
export interface TypedOrder {
  readonly name: string;
  readonly audience: string;
  readonly from: string;
  readonly until: string;
  /** Everything after the days. */
  readonly options: string;
}

/** The same, understood; the audience is still words. */
export interface PaperOrder extends PaperOptions {
  readonly name: string;
  readonly audience: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Throws a Refusal that says what was wrong, with an example. */
export function readPaperOrder(typed: TypedOrder, today: LocalDate): PaperOrder {
  const name = readName(typed.name);
  const from = dayOf(typed.from, '开始', today, today);
  const until = dayOf(typed.until, '结束', today, from);
  if (from < today) throw new Refusal(`开始日期${dateWords(from, today)}已经过去了。${example}`);
  if (until < from) {
    throw new Refusal(
      `结束日期${dateWords(until, today)}比开始日期${dateWords(from, today)}早，请对调或改一改。`,
    );
  }
  if (until > addDays(today, longestAhead)) {
    throw new Refusal(`结束日期${dateWords(until, today)}太远了，请写一年以内的日期。${example}`);
  }
  return { ...readPaperOptions(typed.options), name, audience: typed.audience, from, until };
}

const example = '例如：发布测试 季度测试 全体 12-01 12-10 20题';

/** Rules change within a year, and questions with them. */
const longestAhead = 366;

/** So that it stands in one line of a list. */
const longestName = 20;

function readName(typed: string): string {
  const name = typed.trim();
  const length = [...name].length;
  if (length > longestName)
    throw new Refusal(`名称太长了：${length} 个字，最多 ${longestName} 个字。${example}`);
  refuseMarkedText(name);
  return name;
}

function dayOf(text: string, which: '开始' | '结束', today: LocalDate, near: LocalDate): LocalDate {
  const day = readDay(text, today, near);
  if (day.kind === 'day') return day.date;
  const what = day.kind === 'noSuchDay' ? '不是日历上有的日子' : '没有看懂';
  throw new Refusal(`${which}日期${quoted(text)}${what}。${example}`);
}
