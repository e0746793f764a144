import type { Exported } from '../exports/export-answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AllDuties } from './all-duties.ts';
import { dueWords, lastDayWords } from './obligation-words.ts';
import type { OwnDuties } from './own-duties.ts';
import { quarterName, termTitle } from './period-words.ts';
import { tellsOfSomebody } from './tells-of-somebody.ts';

/** 导出 还差什么: each organisation with its figures, and what is open one by one. */
export function allDutiesExport({ top, quarter, own, below }: AllDuties, { today }: Turn): Exported {
  const all = [own, ...below];
  const complete = all.filter(({ open }) => open.length === 0).length;
  const name = quarterName(quarter.from);
  return {
    title: `${top.name} ${name}还差什么`,
    scope: `${top.name}和下面的 ${below.length} 个组织`,
    figures: `全部完成 ${complete}/${all.length} 个组织`,
    subject: '还差什么',
    sheets: [
      {
        name: '各组织',
        heading: ['只算已经开始的，党小组的算在支部里。按名册的次序，不排先后。'],
        columns: [
          { title: '组织' },
          { title: '已经开始', kind: 'number' },
          { title: '已完成', kind: 'number' },
          { title: '还差', kind: 'number' },
        ],
        rows: all.map(({ organisation, begun, met, open }) => [organisation.name, begun, met, open.length]),
      },
      {
        name: '还差的事项',
        heading: ['没有登记不等于没有办：办过的，书记发“登记 名称 日期”补上。'],
        columns: [{ title: '组织' }, { title: '事项' }, { title: '什么时候' }, { title: '依据' }],
        rows: all.flatMap((duties) => openRows(duties, today)),
      },
    ],
  };
}

function openRows({ organisation, open, quarter }: OwnDuties, today: LocalDate) {
  return open.map((obligation) => [
    organisation.name,
    termTitle(obligation, today),
    (tellsOfSomebody(obligation) ? lastDayWords : dueWords)(obligation, quarter.until, today),
    obligation.duty.rule.source,
  ]);
}
