import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import type { LocalDate } from '../time/local-date.ts';
import { readPaperOptions, type PaperOptions } from './paper-options.ts';
import { readWindow } from '../publishing/typed-window.ts';

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
  const { from, until } = readWindow(typed, today, { longestAhead, example });
  return { ...readPaperOptions(typed.options), name, audience: typed.audience, from, until };
}

const example = '例如：发布测试 季度测试 全体 12-01 12-10 20题';

/** In days. Rules change within a year, and questions with them. */
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
