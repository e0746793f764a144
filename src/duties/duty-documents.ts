import type { DutyRules } from '../library/duty-rules.ts';
import { dutiesInForce, type DutyInForce } from '../library/duty-standard.ts';
import type { SearchDocument } from '../library/search-document.ts';
import { comparable } from '../roster/comparable.ts';
import type { LocalDate } from '../time/local-date.ts';

/** Rules as the search knows them, under the kind `规定`; local ones where a preset in use names them. */
export function dutyDocuments({ rules, presets }: DutyRules): SearchDocument[] {
  const inUse = new Set(presets.flatMap(({ changes }) => changes.map(({ code }) => code)));
  return rules
    .filter(({ basis, code }) => basis === '全国' || inUse.has(code))
    .map(({ code, title, also, says, source }) => ({
      id: code,
      title,
      text: `${says}\n依据：${source}`,
      keywords: also,
      kind: '规定',
      line: `看 ${title}`,
    }));
}

/** The rule of this title that holds on a day, for opening what was found. */
export function dutyTitled(rules: DutyRules, day: LocalDate, title: string): DutyInForce | undefined {
  return dutiesInForce(rules, day).find(({ rule }) => comparable(rule.title) === comparable(title));
}
