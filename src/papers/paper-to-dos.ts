import type { Briefed, ToDo, ToDoSource } from '../brief/to-do.ts';
import type { Roster } from '../roster/roster-view.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { inAudience } from '../publishing/audience-of.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import type { PaperStore } from './paper-store.ts';
import { windowOf } from './paper-window.ts';
import type { Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';

/** Tests that end this week or next and that some of the officer's people have not taken. */
export function createPaperToDos({
  store,
  diary,
  sheets,
  zone,
}: {
  readonly store: Pick<PaperStore, 'find'>;
  readonly diary: Pick<PaperDiary, 'stillOpen'>;
  readonly sheets: Pick<SheetStore, 'sheets'>;
  readonly zone: Zone;
}): ToDoSource {
  return async (briefed, { roster, at, today }) => {
    const found = await Promise.all((await diary.stillOpen(at)).map((number) => store.find(number)));
    const ending = found.flatMap((paper) =>
      paper !== undefined && at >= windowOf(paper, undefined, zone).from && paper.until < addDays(today, 14)
        ? [paper]
        : [],
    );
    if (ending.length === 0) return briefed.map(() => []);
    return Promise.all(
      briefed.map(async (one) => {
        const toDos = await Promise.all(ending.map((paper) => toDoFor(paper, one, roster, today)));
        return toDos.filter((toDo) => toDo !== undefined);
      }),
    );
  };

  async function toDoFor(
    paper: Paper,
    { organisation }: Briefed,
    roster: Roster,
    today: LocalDate,
  ): Promise<ToDo | undefined> {
    const people = roster.peopleIn(organisation.code).filter(inAudience(paper, roster));
    const all = await sheets.sheets(
      paper.number,
      people.map(({ userid }) => userid),
    );
    const taken = all.filter(({ results }) => results.length > 0).length;
    if (taken === people.length) return undefined;
    return {
      due: paper.until,
      text: `测试“${paper.name}”${dateWords(paper.until, today)}结束，做了 ${taken}/${people.length} 人`,
      line: `提醒 测试 ${paper.number}`,
    };
  }
}
