import type { Card } from '../chat/card.ts';
import { groupedNumber } from '../roster/grouped-number.ts';
import { nameOf, type Contest } from './contest.ts';
import { comparedUnits, isTie, type ContestResult, type UnitScore } from './score.ts';

/**
 * What a contest came to. Branches only, the best ones and the reader's own: nobody is shown as the last,
 * and there is no list of persons.
 */
export function resultCard(contest: Contest, result: ContestResult): Card {
  return {
    title: `${nameOf(contest)} · ${contest.name} · 结果`,
    note: '每人的成绩只有自己看得到',
    body: [...bestLines(result), tookPartLine(result), howItCounts].join('\n'),
    buttons: [],
    reply: `您自己和本支部的，发“${nameOf(contest)}”。`,
  };
}

/** The same for those who answered everything right: they are asked once whether they want to be named. */
export function winnersCard(contest: Contest, result: ContestResult): Card {
  const { reply: _, ...card } = resultCard(contest, result);
  const { number } = contest;
  return {
    ...card,
    note: '您全部答对了，愿意公布您的名字吗？',
    // First, because a card that is too long is cut at the end.
    body: ['您同意，别人看结果时才看得到您的名字；不点就不公布。', ...bestLines(result), tookPartLine(result)].join('\n'),
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
export function resultText(contest: Contest, result: ContestResult, { right, unit, named }: OwnResult): string {
  const own = comparedUnits(result).find(({ code }) => code === unit);
  const shown = named.slice(0, mostNames).join('、');
  return [
    `${nameOf(contest)} · ${contest.name} · 结果`,
    ...bestLines(result),
    ...(own === undefined || bestUnits(result).includes(own) ? [] : [`您的支部：${scoreWords(own, result)}`]),
    tookPartLine(result),
    ...(right === undefined ? [] : [`您答对 ${right}/${result.questions}（只有您看得到）`]),
    ...(named.length === 0
      ? []
      : [`全部答对并同意公布：${shown}${named.length > mostNames ? ` 等 ${named.length} 人` : ''}`]),
    ...(result.withdrawn.length === 0 ? [] : [`中途撤下 ${result.withdrawn.length} 题，不计成绩。`]),
    howItCounts,
  ].join('\n');
}

const howItCounts = '得分 = 答对的题 ÷（全体党员 × 题数），没有参加的人也算在内。';

/** As many as are worth a line each; those who did equally well share one. */
const mostUnits = 3;

/** More names do not fit on a phone screen. */
const mostNames = 12;

function bestLines(result: ContestResult): readonly string[] {
  const best = bestUnits(result);
  if (result.tookPart === 0) return ['没有人作答。'];
  return best.map((unit) => scoreWords(unit, result));
}

/** The best three, and whoever did as well as the third, as far as there is room. */
function bestUnits(result: ContestResult): readonly UnitScore[] {
  const units = comparedUnits(result).filter(({ right }) => right > 0);
  const third = units[mostUnits - 1];
  return units.filter((unit, place) => place < mostUnits || (third !== undefined && place < mostTied && isTie(unit, third)));
}

const mostTied = 5;

/** `典藏部支部　15/20（75%）`: the share makes branches comparable, the numbers say of what. */
function scoreWords({ name, right, people }: UnitScore, { questions }: ContestResult): string {
  const possible = people * questions;
  const percent = possible === 0 ? 0 : Math.floor((100 * right) / possible);
  return `${name}　${groupedNumber(right)}/${groupedNumber(possible)}（${percent}%）`;
}

function tookPartLine({ tookPart, people }: ContestResult): string {
  return `参加 ${groupedNumber(tookPart)}/${groupedNumber(people)} 人`;
}
