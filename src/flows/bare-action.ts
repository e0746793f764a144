import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow } from '../library/flow.ts';
import { answerCase, type CaseTalk } from './case-talk.ts';

/**
 * Words that are no command may be an action of a flow with the number of a case: `回访 5 已落实`, `签收12`.
 * `undefined` when no flow knows such an action.
 */
export async function bareAction(turn: Turn, words: string, talk: CaseTalk): Promise<Answer | undefined> {
  const [, label, number, rest = ''] = form.exec(words.normalize('NFKC')) ?? [];
  if (label === undefined || !talk.cases.flows.some((flow) => hasAction(flow, label))) return undefined;
  return answerCase(turn, talk, { number: Number(number), label, words: rest });
}

const form = /^\s*(\p{Script=Han}{2,4})\s*([1-9]\d{0,8})号?(?:\s+(.+))?\s*$/su;

function hasAction({ steps, anytime }: Flow, label: string): boolean {
  return [...steps.flatMap(({ actions }) => actions), ...anytime].some((action) => action.label === label);
}
