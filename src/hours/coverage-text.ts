import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { cutOffDateWords } from '../time/spoken-time.ts';
import { missingTheory, type Coverage } from './coverage.ts';
import { scopeOf } from './scope.ts';

/** 学时 支部: how many of the own people are how far, never who. */
export function branchCoverageText(coverage: Coverage, turn: Turn): string {
  if (coverage.people === 0) return nobodyText(coverage, turn);
  const { people, reached, overHalf, underHalf } = coverage;
  return [
    heading(coverage, turn),
    `达到目标：${ofAll(reached, people)} 人`,
    `过半、还没有达到：${ofAll(overHalf, people)} 人`,
    `不到一半：${ofAll(underHalf, people)} 人`,
    targetsLine(coverage),
    ...sparedLine(coverage),
    ...theoryLine(coverage),
    '登记发“记学时 集中培训 4 今天 全体”。',
  ].join('\n');
}

/** 学时 全部: organisations in numbers, no names of people and none of units. */
export function allCoverageText(coverage: Coverage, turn: Turn): string {
  if (coverage.people === 0) return nobodyText(coverage, turn);
  const { people, reached, units, standard } = coverage;
  return [
    heading(coverage, turn),
    `达到目标：${ofAll(reached, people)} 人`,
    `人人达到的单位：${ofAll(units.complete, units.count)}`,
    `还没有记过学时的单位：${ofAll(units.without, units.count)}`,
    ...(standard.theoryPercent === undefined
      ? []
      : [
          `政治理论不到 ${standard.theoryPercent}% 的单位：${ofAll(units.belowTheory, units.withHours)}（记过学时的）`,
        ]),
    targetsLine(coverage),
    ...sparedLine(coverage),
    '各支部的书记发“学时 支部”看自己的。',
  ].join('\n');
}

function heading({ standard }: Coverage, turn: Turn): string {
  return `${scopeOf(turn).name} · ${standard.year} 年学时（${cutOffDateWords(turn.today, turn.today)}）`;
}

function nobodyText(coverage: Coverage, turn: Turn): string {
  return [
    heading(coverage, turn),
    coverage.standard.targets.党员 === 0
      ? '还没有设学时目标。请告诉运维人员看 npm run doctor 的“学时目标”一行。'
      : '这里没有要看学时目标的党员。',
  ].join('\n');
}

function ofAll(part: number, whole: number): string {
  return `${groupedNumber(part)}/${groupedNumber(whole)}`;
}

/** Roles of whom more is asked are named besides. */
function targetsLine({ standard: { targets } }: Coverage): string {
  const more = (['班子', '书记'] as const).filter((role, index) => {
    const before = (['党员', '班子'] as const)[index] ?? '党员';
    return targets[role] > targets[before];
  });
  return `一年的目标：${['党员' as const, ...more].map((role) => `${role} ${targets[role]} 学时`).join('，')}`;
}

function sparedLine({ spared }: Coverage): readonly string[] {
  if (spared === 0) return [];
  return [`另有 ${groupedNumber(spared)} 人离退或免提醒，不作硬性要求，没有算在内。`];
}

function theoryLine(coverage: Coverage): readonly string[] {
  const { theoryPercent } = coverage.standard;
  if (theoryPercent === undefined || coverage.hours === 0) return [];
  const missing = missingTheory(coverage, theoryPercent);
  const advice = missing === 0 ? '' : `，再记 ${missing} 人学时的理论课才到`;
  return [
    `政治理论：${ofAll(coverage.theoryHours, coverage.hours)} 人学时（要求 ${theoryPercent}% 以上${advice}）`,
  ];
}
