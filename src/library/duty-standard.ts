import type { LocalDate } from '../time/local-date.ts';
import { rateOf } from './duty-pace.ts';
import type { DutyChange, DutyNumbers, DutyPreset, DutyRule, DutyRules } from './duty-rules.ts';

/** A rule as it holds on a day: the stricter of the national and the local numbers. */
export interface DutyInForce {
  readonly rule: DutyRule;
  /** The preset that gave the number; absent when it is the rule's own. */
  readonly numberFrom?: LocalWord;
  /** What presets in use say besides, without a stricter number. */
  readonly besides: readonly LocalWord[];
}

export interface LocalWord {
  readonly preset: Pick<DutyPreset, 'id' | 'name' | 'source' | 'from'>;
  readonly change: DutyChange;
}

/** All rules that hold on a day, in the order of the library. */
export function dutiesInForce({ rules, presets }: DutyRules, day: LocalDate): readonly DutyInForce[] {
  const local = presets
    .filter((preset) => holdsOn(preset, day))
    .flatMap((preset) => preset.changes.map((change) => ({ preset, change })));
  return rules
    .filter((rule) => holdsOn(rule, day))
    .flatMap((rule) => {
      const words = local.filter(({ change }) => change.code === rule.code);
      return rule.basis === '地方' && words.length === 0 ? [] : [withLocal(rule, words)];
    });
}

/** A change of a preset in use that is looser than the national rule, so that it is not used (domain §1.5). */
export interface LooserChange {
  readonly preset: DutyPreset;
  readonly change: DutyChange;
  readonly rule: DutyRule;
}

export function looserChanges({ rules, presets }: DutyRules): readonly LooserChange[] {
  return presets.flatMap((preset) =>
    preset.changes.flatMap((change) => {
      const rule = rules.find(
        (one) => one.code === change.code && overlaps(one, preset) && isLooser(change, one),
      );
      return rule === undefined ? [] : [{ preset, change, rule }];
    }),
  );
}

interface Effective {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

function holdsOn({ from, until }: Effective, day: LocalDate): boolean {
  return from <= day && (until === undefined || day <= until);
}

export function overlaps(one: Effective, other: Effective): boolean {
  return (
    (one.until === undefined || other.from <= one.until) &&
    (other.until === undefined || one.from <= other.until)
  );
}

function withLocal(national: DutyRule, words: readonly LocalWord[]): DutyInForce {
  let rule = national;
  let numberFrom: LocalWord | undefined;
  const besides: LocalWord[] = [];
  for (const word of words) {
    const stricter = stricterNumbers(word.change, rule);
    if (Object.keys(stricter).length > 0) {
      rule = Object.assign({}, rule, stricter, { strength: word.change.strength ?? rule.strength });
      numberFrom = word;
    } else if (!isLooser(word.change, national)) {
      besides.push(word);
    }
  }
  return { rule, ...(numberFrom === undefined ? {} : { numberFrom }), besides };
}

/** How strict a number is; the larger, the stricter. */
const strictness: Readonly<Record<keyof DutyNumbers, (numbers: DutyNumbers) => number | undefined>> = {
  pace: ({ pace }) => pace && rateOf(pace),
  aheadMonths: ({ aheadMonths }) => aheadMonths,
  withinMonths: ({ withinMonths }) => withinMonths && -withinMonths,
  termYears: ({ termYears }) => termYears && -termYears,
};
const numberNames = ['pace', 'aheadMonths', 'withinMonths', 'termYears'] as const;

/** Those of the numbers that are stricter, or given for the first time. */
function stricterNumbers(given: DutyNumbers, current: DutyNumbers): DutyNumbers {
  const stricter = numberNames.filter((name) => difference(name, given, current) > 0);
  return Object.fromEntries(stricter.map((name) => [name, given[name]]));
}

function isLooser(given: DutyNumbers, rule: DutyNumbers): boolean {
  return numberNames.some((name) => difference(name, given, rule) < 0);
}

/** Above 0 where the first is stricter, below where it is looser; 0 also where it says nothing. */
function difference(name: keyof DutyNumbers, given: DutyNumbers, current: DutyNumbers): number {
  const mine = strictness[name](given);
  const theirs = strictness[name](current);
  if (mine === undefined) return 0;
  return theirs === undefined ? 1 : mine - theirs;
}
