import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { caseCard } from './case-cards.ts';
import type { ListedCase } from './case-lists.ts';
import { stateOf } from './case-state.ts';
import type { CaseTalk } from './case-talk.ts';
import { knowsAction } from './knows-action.ts';
import { allowedActions } from './permission.ts';

/**
 * An action of a flow without a number: 签收, 同意. People say such words by the way too, so it shows the one
 * case that can be meant, with its buttons, or asks which. `undefined` when there is none.
 */
export async function bareLabel(turn: Turn, words: string, talk: CaseTalk): Promise<Answer | undefined> {
  const label = words.trim().replace(/[\p{P}]+$/u, '');
  if (!talk.cases.flows.some((flow) => knowsAction(flow, label))) return undefined;
  const { waiting, begun, about } = await talk.cases.own(turn);
  const meant = [...waiting, ...begun, ...about].filter((one) => isAllowed(one, label, turn));
  const [only, second] = meant;
  if (only === undefined) return undefined;
  if (second === undefined) return { card: caseCard(only.found, turn, talk.calendar) };
  return `可以“${label}”的有 ${meant.length} 件，请写编号，例如：${label} ${only.found.number}\n看都有哪些，发“事项”。`;
}

function isAllowed({ found }: ListedCase, label: string, { member, roster }: Turn): boolean {
  return allowedActions(found, stateOf(found), member, roster).some(({ action }) => action.label === label);
}
