import type { Card } from '../chat/card.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { nameOf } from './contest.ts';
import type { Ending } from './endings.ts';

/** What 结束竞赛 will do, before it does. */
export function endingPreview({ contest, joined }: Ending): Card {
  return {
    title: `请确认：结束${nameOf(contest)}`,
    body: `${contest.name}\n结束以后不能再答题，结果发给参加的 ${groupedNumber(joined)} 人。不能撤回。`,
    buttons: [],
  };
}

/** The answer to 确认. */
export function endedText({ contest, joined }: Ending): string {
  const when = contest.form === 'room' ? '这就' : '会在工作日';
  return `${nameOf(contest)} 已结束，结果${when}发给参加的 ${groupedNumber(joined)} 人。\n过一会儿，发“${nameOf(contest)}”也能看。`;
}
