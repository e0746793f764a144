import type { OwnTable } from '../personal-data/own-table.ts';
import { stateOf } from './case-state.ts';
import type { CaseStore } from './case-store.ts';
import { caseName, caseTopic, doneWords, valuesWords } from './case-words.ts';

/** The cases in which a person occurs, with what they did in each. */
export function createOwnCases(store: Pick<CaseStore, 'ofPerson' | 'findEach'>): OwnTable {
  return async ({ member, roster, today }) => {
    const { userid } = member.person;
    const cases = await store.findEach(await store.ofPerson(userid));
    const rows = cases.flatMap(({ found }) => {
      const { start, entries } = found;
      const now = stateOf(found).step?.name ?? '已结束';
      const name = [caseName(found), caseTopic(found, roster, 60), now] as const;
      return [
        ...(start.by === userid ? [[...name, start.at, '发起', '']] : []),
        ...(start.subject === userid ? [[...name, start.at, '与您有关', '']] : []),
        ...entries
          .filter(({ by }) => by === userid)
          .map(({ at, action, values }) => [
            ...name,
            at,
            doneWords(action),
            valuesWords(found, values, today),
          ]),
      ];
    });
    return {
      name: '事项',
      columns: [
        { title: '事项' },
        { title: '内容' },
        { title: '现在' },
        { title: '时间' },
        { title: '您做的' },
        { title: '写的' },
      ],
      rows,
    };
  };
}
