import { attendText } from '../attendance/attend-text.ts';
import { bareAction } from '../flows/bare-action.ts';
import { bareLabel } from '../flows/bare-label.ts';
import { screenAnswer } from '../papers/screen-answer.ts';
import { outcomeAnswer } from '../quiz/outcome-answer.ts';
import type { Services } from '../services.ts';
import { surveyAnswer } from '../surveys/screen-answer.ts';
import type { Answer } from './answer.ts';
import { normalise } from './normalise.ts';
import { longestBareAnswer } from './saying-form.ts';
import type { Turn } from './turn.ts';

/**
 * Words that are no command may be an action of a case, with its number or without, or the code that is read out at a
 * meeting; else the answer to the question that was shown last: what a live room asks, one of a challenge, of
 * a survey or of a test that is being taken, or the daily one; and a number opens what a search has just
 * found. `undefined` when they are nobody's.
 */
export async function bareAnswer(turn: Turn, words: string, services: Services): Promise<Answer | undefined> {
  const { attendance, contests, surveys, papers, quiz, finding } = services;
  const toCase = await bareAction(turn, words, services);
  if (toCase !== undefined) return toCase;
  const heard = await attendance.bareCode(turn, words);
  const toCode = heard && attendText(heard.attended, heard.typed, turn);
  // Whoever has signed in may mean a question whose answer is a number.
  if (toCode !== undefined && heard?.attended.outcome !== 'already') return toCode;
  const toContest = await contests.talk.bare(turn, words);
  if (toContest !== undefined) return toContest;
  const toSurvey = isSealed(words) ? await surveys.bare(turn, words) : undefined;
  if (toSurvey !== undefined) return surveyAnswer(toSurvey.screen, toSurvey.wish.kind, turn.today);
  const toFound = finding.bare(turn, words);
  if (toFound !== undefined) return toFound;
  const toCases = await bareLabel(turn, words, services);
  if (toCases !== undefined) return toCases;
  const toPaper = async (): Promise<Answer | undefined> => {
    const screen = await papers.bare(turn, words);
    return screen && screenAnswer(screen, 'answer', turn.today);
  };
  const toDaily = async (): Promise<Answer | undefined> =>
    outcomeAnswer(await quiz.answer(turn, words, undefined));
  const toQuestion = papers.isAside(turn)
    ? ((await toDaily()) ?? (await toPaper()))
    : ((await toPaper()) ?? (await toDaily()));
  if (toQuestion !== undefined) finding.putAside(turn);
  return toQuestion ?? toCode;
}

/** What somebody answers to a survey must not stand anywhere to be read, and only short words are sealed. */
function isSealed(words: string): boolean {
  return normalise(words).length <= longestBareAnswer;
}
