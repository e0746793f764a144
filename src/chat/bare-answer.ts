import { bareAction } from '../flows/bare-action.ts';
import { screenAnswer } from '../papers/screen-answer.ts';
import { outcomeAnswer } from '../quiz/outcome-answer.ts';
import type { Services } from '../services.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/**
 * Words that are no command may be an action of a case, with its number; else the answer to the question
 * that was shown last: what a live room asks, one of a challenge or of a test that is being taken, or the daily one. `undefined` when they
 * are nobody's.
 */
export async function bareAnswer(turn: Turn, words: string, services: Services): Promise<Answer | undefined> {
  const { contests, papers, quiz } = services;
  const toCase = await bareAction(turn, words, services);
  if (toCase !== undefined) return toCase;
  const toContest = await contests.talk.bare(turn, words);
  if (toContest !== undefined) return toContest;
  const toPaper = async (): Promise<Answer | undefined> => {
    const screen = await papers.bare(turn, words);
    return screen && screenAnswer(screen, 'answer', turn.today);
  };
  const toDaily = async (): Promise<Answer | undefined> =>
    outcomeAnswer(await quiz.answer(turn, words, undefined));
  return papers.isAside(turn)
    ? ((await toDaily()) ?? (await toPaper()))
    : ((await toPaper()) ?? (await toDaily()));
}
