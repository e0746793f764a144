import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { shownLastIn } from '../quiz/shown-last.ts';

/** The desk's field: `<number of the survey> <what waited of the daily questions>`. */
export const surveyShownField = 'survey-shown';

const shown = shownLastIn(surveyShownField);

/**
 * The survey whose question is what the member was shown last. It does not come back by itself: a letter that
 * is sent twice to the question of the day must not answer a survey.
 */
export function surveyShownTo(turn: Pick<Turn, 'desk' | 'today'>): number | undefined {
  const found = shown.on(turn);
  return found?.isLatest !== true ? undefined : Number(found.what);
}

/** States that a question of this survey is what the member sees last. */
export function putSurveyOnDesk(turn: Turn, desks: Desks, number: number): void {
  shown.put(turn, desks, String(number));
}

/** States that something else is shown now. */
export function putSurveyAside(turn: Turn, desks: Desks): void {
  shown.putAside(turn, desks, 'shownAgain');
}

/** States that no survey is shown any more. */
export function takeSurveyOffDesk(turn: Turn, desks: Desks): void {
  if (turn.desk[surveyShownField] !== undefined) shown.takeOff(turn, desks);
}
