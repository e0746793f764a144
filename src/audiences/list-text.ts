import { audienceRemarks, audienceText } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { ListedAudience, ListOutcome } from './audiences.ts';

/** The answer to 名单. */
export function listText(outcome: ListOutcome, roster: Roster): string {
  if (outcome.kind === 'all') return allText(outcome.lists);
  const { list } = outcome;
  switch (outcome.kind) {
    case 'removed':
      return `已删除名单“${list.name}”。已经发出和定好时间的不受影响。`;
    case 'shown':
      return [
        `名单“${list.name}”：${audienceText(list.audience)}`,
        ...remarksOf(list, roster),
        `发通知时写它就行，例如：通知 ${list.name} 内容`,
      ].join('\n');
    case 'saved':
    case 'changed':
      return [
        `${outcome.kind === 'saved' ? '已存' : '已改'}名单“${list.name}”：${audienceText(list.audience)}`,
        ...remarksOf(list, roster),
        `发通知时写它就行，例如：通知 ${list.name} 内容`,
      ].join('\n');
  }
}

function allText(lists: readonly ListedAudience[]): string {
  const [first] = lists;
  if (first === undefined) return '还没有存过名单。例如：名单 青年骨干 = #青年,@机关一支部 除 书记';
  const shown = lists.slice(0, mostLines);
  return [
    '存好的名单：',
    ...shown.map(({ name, audience }) => `${name}：${audienceText(audience)}`),
    ...(shown.length < lists.length ? [`还有 ${lists.length - shown.length} 个。`] : []),
    `改它，发“名单 ${first.name} = 新的对象”；不要了，发“名单 ${first.name} 删除”。`,
  ].join('\n');
}

function remarksOf({ audience, missing }: ListedAudience, roster: Roster): readonly string[] {
  const gone = missing.length === 0 ? [] : [`名册里已经没有：${missing.join('、')}。`];
  return [...gone, ...audienceRemarks(audience, roster)];
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 9;
