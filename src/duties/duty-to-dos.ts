import type { ToDo, ToDoSource } from '../brief/to-do.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { DutyBook } from './duty-book.ts';
import { dueWords, lineFor } from './obligation-words.ts';
import { termName, type Obligation } from './obligation.ts';
import { ownDutiesOf, type OwnDuties } from './own-duties.ts';
import { termTitle } from './period-words.ts';
import type { RemindedStore } from './reminded-store.ts';

/** What falls due this week or next, but for what the officer was reminded of this very morning. */
export function createDutyToDos({
  book,
  reminded,
}: {
  readonly book: Pick<DutyBook, 'read'>;
  readonly reminded: Pick<RemindedStore, 'all'>;
}): ToDoSource {
  return async (briefed, { roster, today }) => {
    const organisations = briefed.map(({ organisation }) => organisation);
    const [all, noted] = await Promise.all([
      ownDutiesOf(book, { roster, today }, organisations),
      reminded.all(),
    ]);
    const isWanted = (obligation: Obligation): boolean =>
      obligation.arranged === undefined &&
      isSoon(obligation, today) &&
      noted.get(termName(obligation)) !== today;
    return all.map((duties) =>
      duties.open.filter(isWanted).map((obligation) => toDoOf(obligation, duties, today)),
    );
  };
}

/** What is over already is asked for in 还差什么, not in the brief. */
function isSoon({ due }: Obligation, today: LocalDate): boolean {
  return due !== undefined && due >= today && due < addDays(today, 14);
}

function toDoOf(obligation: Obligation, { quarter }: OwnDuties, today: LocalDate): ToDo {
  return {
    due: obligation.due ?? today,
    text: `${termTitle(obligation, today)}，${dueWords(obligation, quarter.until, today)}`,
    line: lineFor(obligation, today),
  };
}
