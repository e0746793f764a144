import type { TakeBack } from '../undo/undo.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { DutyRules } from '../library/duty-rules.ts';
import { readDeed } from './deed-text.ts';
import type { DutyDaysStore } from './duty-days-store.ts';
import type { DutyStore } from './duty-store.ts';

/** 撤销 of 登记 and 撤登记: puts it back. Both can be stated again without harm. */
export function createTakeBackDuty({
  rules,
  store,
  days,
}: {
  readonly rules: DutyRules;
  readonly store: Pick<DutyStore, 'add' | 'remove'>;
  readonly days: Pick<DutyDaysStore, 'noticeDays' | 'setNoticeDay'>;
}): TakeBack {
  const titleOf = (code: string): string => rules.rules.find((rule) => rule.code === code)?.title ?? code;

  return async ({ work, today }, detail) => {
    const deed = readDeed(detail);
    if (deed === undefined) return '没有可以撤销的。';
    if (deed.kind === 'notice') {
      const { term, before } = deed;
      const now = (await days.noticeDays()).find(
        ({ organisation, duty, anchor }) =>
          organisation === term.organisation && duty === term.duty && anchor === term.anchor,
      );
      days.setNoticeDay(work, term, now?.day, before);
      return `已撤销：${titleOf(term.duty)}通知给的日期。`;
    }
    const { fulfilment, kind } = deed;
    const what = `${dateWords(fulfilment.date, today)}${titleOf(fulfilment.duty)}`;
    if (kind === 'registered') {
      store.remove(work, fulfilment);
      return `已撤销刚才登记的：${what}。`;
    }
    store.add(work, fulfilment);
    return `已恢复刚才撤的：${what}。`;
  };
}
