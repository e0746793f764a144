import type { Turn } from '../chat/turn.ts';
import type { Case } from './case.ts';
import { latestWords } from './case-card-body.ts';
import { originWords, titleOf } from './case-cards.ts';
import { stateOf } from './case-state.ts';
import { caseLine, contentLines } from './case-words.ts';

/** 事项 7 全文: all that its card has no room for, what it is about and what was said last. */
export function fullText(found: Case, turn: Turn): string {
  const state = stateOf(found);
  return [
    titleOf(found, state),
    originWords(found, turn.roster),
    ...contentLines(found, state, turn),
    latestWords(found, state, turn),
    `办这件事，发“${caseLine(found)}”；看经过，发“${caseLine(found)} 经过”。`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
