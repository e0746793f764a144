import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Flow } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import { roleSuffices } from '../roster/role.ts';
import { roleOfStarter } from './begin-request.ts';

/** 办理: what this member may begin, and how. */
export function flowsText(turn: Turn, flows: readonly Flow[]): string {
  const own = startable(turn, flows);
  if (own.length === 0) return '现在没有您可以发起的事。等您办的，发“事项”看。';
  const [first] = own;
  return [
    '您可以发起：',
    ...rowsOf(own.map(({ words, name }) => words[0] ?? `办理 ${name}`)),
    `怎么写，发“帮助 ${first?.words[0] ?? '办理'}”这样问。`,
    `例如：${first?.example ?? ''}`,
  ].join('\n');
}

/** A few in each line. */
function rowsOf(words: readonly string[]): readonly string[] {
  const rows = Math.ceil(words.length / perRow);
  return Array.from({ length: rows }, (_, row) => words.slice(row * perRow, (row + 1) * perRow).join(' · '));
}

const perRow = 3;

/** The flow with this name or command word. Throws a Refusal that lists what there is. */
export function flowNamed(typed: string, turn: Turn, flows: readonly Flow[]): Flow {
  const found = flows.find(({ name, words }) => name.toLowerCase() === typed || words.includes(typed));
  if (found !== undefined) return found;
  const names = startable(turn, flows).map(({ name }) => name);
  throw new Refusal(`没有${quoted(typed)}这种事。您可以办：${names.join('、')}。`);
}

function startable({ member }: Turn, flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(({ start }) => roleSuffices(member.role, roleOfStarter[start.by]));
}
