import type { BriefNote, BriefNoteSource } from '../brief/brief-note.ts';
import { addDays, weekdayOf, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { stateOf } from './case-state.ts';
import type { CaseStore } from './case-store.ts';
import { deadlineOf } from './deadlines.ts';
import { placeKey } from './who-acts.ts';

/** How many open cases of an organisation are due this week, or late: those begun for it or waiting there. */
export function createCaseNotes({
  store,
  calendar,
}: {
  readonly store: Pick<CaseStore, 'allOpen' | 'findOpen'>;
  readonly calendar: WorkCalendar;
}): BriefNoteSource {
  return async (briefed, { today }) => {
    const sunday = addDays(today, 7 - weekdayOf(today));
    const listed = [...(await store.allOpen())];
    const numbersOf = briefed.map(({ organisation: { code } }) => {
      const office = placeKey({ kind: 'officers', organisation: code });
      const own = listed.filter(([, { from, places }]) => from === code || places.includes(office));
      return own.map(([number]) => number);
    });
    const cases = await store.findOpen([...new Set(numbersOf.flat())]);
    const deadlines = new Map(cases.map(({ found }) => [found.number, deadlineOf(stateOf(found), calendar)]));
    return numbersOf.map((numbers) =>
      noteOf(
        numbers.map((number) => deadlines.get(number)),
        today,
        sunday,
      ),
    );
  };
}

function noteOf(
  deadlines: readonly (LocalDate | undefined)[],
  today: LocalDate,
  sunday: LocalDate,
): BriefNote | undefined {
  const known = deadlines.filter((deadline) => deadline !== undefined);
  const late = known.filter((deadline) => deadline < today).length;
  const thisWeek = known.filter((deadline) => deadline >= today && deadline <= sunday).length;
  if (late + thisWeek === 0) return undefined;
  const counts = [
    ...(thisWeek === 0 ? [] : [`本周到期 ${thisWeek}`]),
    ...(late === 0 ? [] : [`过了期限 ${late}`]),
  ];
  return { text: `没办完的事项 ${deadlines.length} 件：${counts.join('，')}`, line: '事项', label: '看事项' };
}
