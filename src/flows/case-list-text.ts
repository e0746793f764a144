import type { Turn } from '../chat/turn.ts';
import { deadlineWords, shortDeadlineWords } from './deadline-words.ts';
import type { ListedCase, OwnCases } from './case-lists.ts';
import { stateOf } from './case-state.ts';
import { caseName, caseTopic } from './case-words.ts';

/** Dialogues, rule 1: twelve lines, of which three are headings and one the next step. */
const mostLines = 8;

/** 事项: what waits for the member, then what goes on elsewhere. */
export function casesText({ waiting, begun, about }: OwnCases, turn: Turn): string {
  const first = waiting[0] ?? begun[0] ?? about[0];
  if (first === undefined) return '现在没有等您办的事。\n要办一件事，发“办理”看看有哪些。';
  const room = sharedOut([waiting.length, begun.length, about.length]);
  return [
    ...section('等您办的', waiting, room[0] ?? 0, turn),
    ...section('您这里发起、还在办的', begun, room[1] ?? 0, turn, lineWithStep),
    ...section('与您有关的', about, room[2] ?? 0, turn, lineWithStep),
    `看一件、办一件，发“事项 ${first.found.number}”。`,
  ].join('\n');
}

/** 任务: the same for tasks only. */
export function tasksText(cases: OwnCases, turn: Turn): string {
  const isTask = ({ found }: ListedCase): boolean => found.flow.kind === 'task';
  const tasks = {
    waiting: cases.waiting.filter(isTask),
    begun: cases.begun.filter(isTask),
    about: cases.about.filter(isTask),
  };
  const others = cases.waiting.length - tasks.waiting.length;
  const [first] = tasks.waiting;
  if (first === undefined && tasks.begun.length === 0) {
    return others === 0
      ? '现在没有等您办的任务。'
      : `现在没有等您办的任务；另有 ${others} 件别的事，发“事项”看。`;
  }
  const handIn = first === undefined ? '' : `办好了发“办结 ${first.found.number}”，后面可以写说明。`;
  const room = sharedOut([tasks.waiting.length, tasks.begun.length, 0]);
  return [
    ...section('等您办的任务', tasks.waiting, room[0] ?? 0, turn),
    ...section('您这里交办、还在办的', tasks.begun, room[1] ?? 0, turn, lineWithStep),
    handIn === '' ? `看一件发“任务 ${tasks.begun[0]?.found.number ?? 1}”。` : handIn,
  ].join('\n');
}

/** `3 任务 写出小结 · 12月1日前` */
function listedLine({ found, deadline }: ListedCase, turn: Turn, ...parts: readonly string[]): string {
  const topic = `${found.number} ${found.flow.name} ${caseTopic(found, turn.roster, 14)}`;
  return [topic, ...parts, shortDeadlineWords(deadline, turn.today)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Of what waits for others people want to know how far it is: `3 任务 写出小结 · 核验 · 12月1日前`. */
function lineWithStep(one: ListedCase, turn: Turn): string {
  return listedLine(one, turn, stateOf(one.found).step?.name ?? '');
}

/** 我的: how many wait, and the most urgent. */
export function mineLine(waiting: readonly ListedCase[], turn: Turn): string | undefined {
  const [first] = waiting;
  if (first === undefined) return undefined;
  const until = deadlineWords(first.deadline, turn.today);
  const one = `${caseName(first.found)}${until === '' ? '' : `（${until}）`}`;
  return waiting.length === 1 ? `${one}等您办` : `${waiting.length} 件等您办，最近的是${one}`;
}

function section(
  title: string,
  cases: readonly ListedCase[],
  lines: number,
  turn: Turn,
  lineOf: (one: ListedCase, turn: Turn) => string = listedLine,
): readonly string[] {
  if (cases.length === 0) return [];
  const shown = cases.slice(0, lines);
  const more = cases.length - shown.length;
  return [
    `${title} ${cases.length} 件：`,
    ...shown.map((one) => lineOf(one, turn)),
    ...(more === 0 ? [] : [`……还有 ${more} 件`]),
  ];
}

/** Every list gets lines, the first ones more when there are too many. */
function sharedOut(counts: readonly number[]): readonly number[] {
  let left = mostLines - counts.filter((count) => count > 0).length + 1;
  return counts.map((count, index) => {
    const others = counts.slice(index + 1).filter((other) => other > 0).length;
    const lines = Math.max(Math.min(count, left - others), 0);
    left -= lines;
    return lines;
  });
}
