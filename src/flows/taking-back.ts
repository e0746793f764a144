import type { Turn } from '../chat/turn.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { takenBack, type CaseEntry } from './case.ts';
import { caseName, whoWords } from './case-words.ts';
import { rowOf } from './case-row.ts';
import type { CaseStore } from './case-store.ts';
import { stateOf } from './case-state.ts';
import type { Telling } from './telling.ts';

/** Takes back a case just begun, as long as nobody has done anything with it; says what became of it. */
export type TakeBackCase = (turn: Turn, number: number) => Promise<string>;

export function createTakeBackCase({
  store,
  telling,
  calendar,
}: {
  readonly store: Pick<CaseStore, 'find' | 'append'>;
  readonly telling: Telling;
  readonly calendar: WorkCalendar;
}): TakeBackCase {
  return async (turn, number) => {
    const stored = await store.find(number);
    if (stored === undefined) return `没有第 ${number} 号事项，没有可以撤销的。`;
    const { found } = stored;
    const { step, last } = stateOf(found);
    if (last !== undefined) {
      return `${caseName(found)} 不能撤销了：${whoWords(last.by, found, turn)}已经点了“${last.action}”。\n看经过发“事项 ${number}”。`;
    }
    const entry: CaseEntry = {
      at: { date: turn.today, minute: turn.minute },
      by: turn.member.person.userid,
      action: takenBack,
      values: {},
    };
    const after = { ...found, entries: [entry] };
    store.append(turn.work, stored, entry, rowOf(after, turn.roster, calendar, turn.today));
    if (step !== undefined) await telling.news(turn, after, [step.by]);
    return `已撤销${caseName(found)}，不用办了；已经收到的人会知道。`;
  };
}
