import type { Card, CardButton } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Person } from '../roster/roster.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import { shortLine } from '../wording/shortened.ts';
import type { BranchFigures, BranchNames } from './paper-figures.ts';
import { fewestForMarks, type PaperMarks } from './paper-tally.ts';
import type { Standing } from './standing.ts';

/** 测试 1 for an officer: the figures of the own people, and the way to the own paper. */
export function figuresCard(figures: BranchFigures, own: Standing | undefined, turn: Turn): Card {
  const { paper, organisation, people, taken, underway, marks, isOpen, hasNames } = figures;
  const mayRemind = isOpen && taken < people;
  return {
    title: `测试 ${paper.number} · ${paper.name}`,
    note: `${organisation.name}（${cutOffNow(turn)}）`,
    body: [
      `做过 ${groupedNumber(taken)}/${groupedNumber(people)} 人${underway === 0 ? '' : `，做到一半 ${groupedNumber(underway)} 人`}`,
      ...(marks === undefined ? tooFew(taken) : markLines(marks, taken)),
      ...(hasNames ? [`名单发“测试 ${paper.number} 名单”。`] : []),
    ].join('\n'),
    buttons: [
      ...ownButton(paper.number, own),
      ...(mayRemind ? [{ label: '提醒', line: `提醒 测试 ${paper.number}` }] : []),
    ],
  };
}

/** Who took it and who has not, in the order of the roster. */
export function namesText({ paper, branch, taken, notTaken }: BranchNames): string {
  const total = taken.length + notTaken.length;
  return [
    `测试 ${paper.number} · ${branch.name}（记名）`,
    `做过 ${taken.length}/${total}：${taken.map(({ person, score }) => `${person.name} ${score}`).join('、') || '还没有'}`,
    ...(notTaken.length === 0 ? [] : [`还没有做：${namesOf(notTaken)}`]),
    '按名册的次序，不分先后。只给本支部的书记、副书记和委员看。',
  ].join('\n');
}

function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join('、');
}

function tooFew(taken: number): readonly string[] {
  return taken === 0 ? [] : [`做过的不到 ${fewestForMarks} 人，先不显示分数，免得看出是谁。`];
}

function markLines({ average, passed, mostMissed }: PaperMarks, taken: number): readonly string[] {
  return [
    `平均 ${average} 分，及格 ${groupedNumber(passed)}/${groupedNumber(taken)}`,
    ...(mostMissed.length === 0 ? [] : ['错得多的（第一次做时）：']),
    ...mostMissed.map(
      ({ question, missed, asked }) => `${missed}/${asked} ${shortLine(question.ask, longestAsk)}`,
    ),
  ];
}

function ownButton(number: number, own: Standing | undefined): readonly CardButton[] {
  switch (own) {
    case 'open':
      return [{ label: '我来做', line: `测试 ${number} 开始` }];
    case 'underway':
      return [{ label: '接着做', line: `测试 ${number} 继续` }];
    case 'done':
      return [{ label: '我的结果', line: `测试 ${number} 结果` }];
    case 'coming':
    case 'over':
    case undefined:
      return [];
  }
}

/** So that three of them and the figures fit on a card of 160 characters. */
const longestAsk = 22;
