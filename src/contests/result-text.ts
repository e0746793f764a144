import type { Card } from '../chat/card.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { nameOf, type Contest } from './contest.ts';
import { comparedUnits, isTie, type ContestResult, type UnitScore } from './score.ts';

/**
 * What a contest came to. Branches only, the best ones and the reader's own: nobody is shown as the last,
 * and there is no list of persons.
 */
export function resultCard(contest: Contest, result: ContestResult): Card {
  return {
    title: `${nameOf(contest)} · ${contest.name} · 结果`,
    body: [...bestLines(result), tookPartLine(result), howItCounts].join('\n'),
    buttons: [],
    reply: `本支部和您自己的成绩，发“${nameOf(contest)}”看；您自己的只有您看得到。`,
  };
}

/** The same for those who answered everything right: they are asked once whether they want to be named. */
export function winnersCard(contest: Contest, result: ContestResult): Card {
  const { number } = contest;
  return {
    title: `${nameOf(contest)} · ${contest.name} · 结果`,
    note: '您全部答对了，愿意公布您的名字吗？',
    // First what is asked, because a card that is too long is cut at the end.
    body: [
      '同意了，别人看结果时才看得到您的名字；不点就不公布。',
      ...bestLines(result),
      tookPartLine(result),
    ].join('\n'),
    buttons: [
      { label: '同意公布', line: `同意公布 ${number}`, tone: 'choice' },
      { label: '不公布', line: `不公布 ${number}`, tone: 'choice' },
    ],
  };
}

/** What one reader is shown besides. */
export interface OwnResult {
  /** Right answers, for somebody who took part. */
  readonly right?: number;
  /** Code of the own branch. */
  readonly unit?: string;
  /** Those who answered everything right and agreed, in the order of the roster. */
  readonly named: readonly string[];
}

/** `竞赛 3` or `挑战 3`, after the end. */
export function resultText(
  contest: Contest,
  result: ContestResult,
  { right, unit, named }: OwnResult,
): string {
  const own = comparedUnits(result).find(({ code }) => code === unit);
  const isShown = own === undefined || bestUnits(result).includes(own);
  const shown = named.slice(0, mostNames).join('、');
  const others = named.length > mostNames ? ` 等 ${named.length} 人` : '';
  return [
    `${nameOf(contest)} · ${contest.name} · 结果`,
    ...bestLines(result),
    ...(isShown ? [] : [`您的支部：${scoreWords(own, result)}`]),
    tookPartLine(result),
    ...(right === undefined ? [] : [`您答对 ${right}/${result.questions}（只有您看得到）`]),
    ...(named.length === 0 ? [] : [`全部答对并同意公布：${shown}${others}`]),
    ...(result.withdrawn.length === 0 ? [] : [`中途撤下 ${result.withdrawn.length} 题，不计成绩。`]),
    howItCounts,
  ].join('\n');
}

const howItCounts = '得分 = 答对的题 ÷（全体党员 × 题数），没有参加的人也算在内。';

/** As many as are worth a line each; those who did as well as the last of them are shown, too, up to a limit. */
const mostUnits = 3;
const mostTied = 5;

/** More names do not fit on a phone screen. */
const mostNames = 12;

function bestLines(result: ContestResult): readonly string[] {
  const best = bestUnits(result);
  if (best.length === 0) return ['没有支部答对题。'];
  const lines = best.map((unit) => scoreWords(unit, result));
  const units = comparedUnits(result);
  if (units.length === 1) return lines;
  const last = best.at(-1);
  const tied = units.filter((unit) => last !== undefined && !best.includes(unit) && isTie(unit, last)).length;
  return [
    '得分最高的支部：',
    ...lines,
    ...(tied === 0 ? [] : [`同分的还有 ${groupedNumber(tied)} 个支部。`]),
  ];
}

/** A branch on its own is shown whatever it came to; of several, those that have something to show. */
function bestUnits(result: ContestResult): readonly UnitScore[] {
  const units = comparedUnits(result);
  if (units.length === 1) return units;
  const last = units[mostUnits - 1];
  return units.filter(
    (unit, place) =>
      unit.right > 0 && (place < mostUnits || (place < mostTied && last !== undefined && isTie(unit, last))),
  );
}

/** `典藏部支部　15/20（75%）`: the share makes branches comparable, the numbers say of what. */
function scoreWords({ name, right, people }: UnitScore, { questions }: ContestResult): string {
  const possible = people * questions;
  const percent = possible === 0 ? 0 : Math.floor((100 * right) / possible);
  return `${name}　${groupedNumber(right)}/${groupedNumber(possible)}（${percent}%）`;
}

function tookPartLine({ tookPart, people }: ContestResult): string {
  return `参加 ${groupedNumber(tookPart)}/${groupedNumber(people)} 人`;
}
