import type { Answer } from '../chat/answer.ts';
import type { Flow } from '../library/flow.ts';
import type { Turn } from '../chat/turn.ts';
import { knowsAction } from './knows-action.ts';
import { answerCase, type CaseTalk } from './case-talk.ts';

/**
 * Whether words are an action rather than the answer to what a line still lacks: 终止 3 alone, or with more
 * words when the line is about the same case.
 */
export function isActionInstead(words: string, unfinished: string, flows: readonly Flow[]): boolean {
  const [, label, number, rest = ''] = form.exec(words) ?? [];
  if (label === undefined || !flows.some((flow) => knowsAction(flow, label))) return false;
  return rest === '' || unfinished.split(/\s+/u).includes(number?.normalize('NFKC') ?? '');
}

/**
 * Words that are no command may be an action of a flow with the number of a case: `回访 5 已落实`, `签收12`.
 * `undefined` when no flow knows such an action.
 */
export async function bareAction(turn: Turn, words: string, talk: CaseTalk): Promise<Answer | undefined> {
  const [, label, number, rest = ''] = form.exec(words) ?? [];
  if (label === undefined || !talk.cases.flows.some((flow) => knowsAction(flow, label))) return undefined;
  return answerCase(turn, talk, { number: Number(number?.normalize('NFKC')), label, words: rest });
}

/** Full-width digits count; the text behind them stays as it was typed. */
const form = /^\s*(\p{Script=Han}{2,4})\s*([0-9０-９]{1,9})号?(?:\s+(.+))?$/su;
