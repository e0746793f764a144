import type { OwnTable } from '../personal-data/own-table.ts';
import type { Zone } from '../time/zone.ts';
import { lengthOf } from './paper.ts';
import type { PaperStore } from './paper-store.ts';
import type { SheetStore } from './sheet-store.ts';
import type { Mark, MarkedItem } from './sheet.ts';

export interface OwnResultsParts {
  readonly store: Pick<PaperStore, 'latest' | 'find'>;
  readonly sheets: Pick<SheetStore, 'sheet'>;
  readonly zone: Zone;
}

/** What a person has handed in: the results, and for 90 days each answer. */
export function createOwnResults({ store, sheets, zone }: OwnResultsParts): OwnTable {
  return async ({ member }) => {
    const numbers = Array.from({ length: await store.latest() }, (_, index) => index + 1);
    const taken = await Promise.all(
      numbers.map(async (number) => ({
        paper: await store.find(number),
        sheet: await sheets.sheet(number, member.person.userid),
      })),
    );
    return {
      name: '测试',
      columns: [
        { title: '测试' },
        { title: '第几次' },
        { title: '交卷时间' },
        { title: '答对' },
        { title: '题数' },
        { title: '每题的答案' },
      ],
      rows: taken.flatMap(({ paper, sheet }) =>
        sheet.results.map((result) => [
          `${sheet.number} ${paper?.name ?? ''}`,
          result.try,
          zone.localAt(result.handedInAt),
          result.right,
          paper === undefined ? undefined : lengthOf(paper),
          result.items === undefined ? '满 90 天，已删除' : result.items.map(itemWords).join('　'),
        ]),
      ),
    };
  };
}

/** `1 B 对`, `2 空` */
function itemWords({ mark, answer }: MarkedItem, index: number): string {
  return [index + 1, answer, markWords[mark]].filter((part) => part !== '').join(' ');
}

const markWords: Readonly<Record<Mark, string>> = {
  right: '对',
  wrong: '错',
  blank: '空',
  withdrawn: '题目撤回，算对',
};
