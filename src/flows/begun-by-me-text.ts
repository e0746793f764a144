import type { Turn } from '../chat/turn.ts';
import type { Flow } from '../library/flow.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import type { BegunByMe } from './begun-by-me.ts';
import { stateOf } from './case-state.ts';
import { caseTopic, doneWords } from './case-words.ts';
import type { Case } from './case.ts';

/** Twelve lines, of which three are no cases and one says that there are more. */
const mostShown = 8;

/** A flow's command alone, where the flow wants it so: the own cases and how they stand, and how many there are. */
export function begunByMeText({ own, all }: BegunByMe, { name, example }: Flow, turn: Turn): string {
  const [first] = own;
  const shown = own.slice(0, mostShown);
  const whose = turn.member.role === 'committee' ? '各组织' : turn.member.branch.name;
  const total = all.open + all.closed;
  return [
    first === undefined ? `您还没有提过${name}。` : `您提的${name} ${own.length} 条：`,
    ...shown.map((found) => `${found.number} ${caseTopic(found, turn.roster, 20)} · ${standing(found)}`),
    ...(own.length > shown.length ? [`还有 ${own.length - shown.length} 条较早的。`] : []),
    total === 0
      ? `${whose}今年还没有${name}（${cutOffNow(turn)}）。`
      : `${whose}今年共 ${total} 条：办完 ${all.closed}，正在办 ${all.open}（${cutOffNow(turn)}）。`,
    first === undefined
      ? `想提一条，例如：${example}`
      : `看一条发“事项 ${first.number}”，再提一条发“${name}”加内容。`,
  ].join('\n');
}

/** `正在答复`, `已落实` */
function standing(found: Case): string {
  const { step, last } = stateOf(found);
  return step === undefined ? doneWords(last?.action ?? '') : `正在${step.name}`;
}
