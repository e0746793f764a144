import type { Turn } from '../chat/turn.ts';
import type { Withdrawals } from '../delivery/withdrawals.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { takenBack, type CaseEntry } from './case.ts';
import { caseLine, caseName } from './case-words.ts';
import { whoWords } from './who-words.ts';
import { rowOf } from './case-row.ts';
import type { CaseStore } from './case-store.ts';
import { stateOf } from './case-state.ts';
import { messagesSubject } from './telling.ts';

/** Takes back a case just begun, as long as nobody has done anything with it; says what became of it. */
export type TakeBackCase = (turn: Turn, number: number) => Promise<string>;

export function createTakeBackCase({
  store,
  withdrawals,
  calendar,
}: {
  readonly store: Pick<CaseStore, 'find' | 'append'>;
  readonly withdrawals: Pick<Withdrawals, 'state'>;
  readonly calendar: WorkCalendar;
}): TakeBackCase {
  return async (turn, number) => {
    const stored = await store.find(number);
    if (stored === undefined) return `没有这件事，没有可以撤销的。`;
    const { found } = stored;
    const { last } = stateOf(found);
    if (last !== undefined) {
      return `${caseName(found)} 不能撤销了：${whoWords(last.by, found, turn)}已经点了“${last.action}”。\n看经过发“${caseLine(found)}”。`;
    }
    const entry: CaseEntry = {
      at: { date: turn.today, minute: turn.minute },
      by: turn.member.person.userid,
      action: takenBack,
      values: {},
    };
    const after = { ...found, entries: [entry] };
    store.append(turn.work, stored, entry, rowOf(after, turn.roster, calendar, turn.today));
    withdrawals.state(turn.work, messagesSubject(found));
    return `已撤销${caseName(found)}，发出的消息一并撤回。`;
  };
}
