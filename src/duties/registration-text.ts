import type { Turn } from '../chat/turn.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { Fulfilled, Noticed, Registered } from './duty-registrations.ts';
import { isMet } from './obligation.ts';
import { termTitle } from './period-words.ts';

/** The answer to 登记. */
export function registeredText(registered: Registered, turn: Turn): string {
  const what = fulfilledWords(registered, turn);
  if (registered.already) return `${what}已经记过了，没有重复记。\n看还差什么，发“还差什么”。`;
  return [`已登记：${what}。`, countedLine(registered, turn), undoLine].join('\n');
}

function countedLine({ term, wasMet, date }: Registered, { today }: Turn): string {
  if (term === undefined) return '这一项没有规定次数，记在年度台账里。';
  const title = termTitle(term, today);
  if (wasMet) {
    const before = term.met.filter((day) => day !== date).map((day) => day.slice(5));
    return `${title}已经办过（${before.join('、')}），这次也记下了。`;
  }
  return isMet(term) ? `${title}办好了。` : `${title}已办 ${term.met.length}/${term.times}。`;
}

/** The answer to 登记 … 通知为准 …. */
export function noticedText({ organisation, duty, day }: Noticed, { today, roster }: Turn): string {
  const below = roster
    .subtree(organisation.code)
    .some(({ kind, code }) => kind === '党支部' && code !== organisation.code);
  return [
    `已记下：${duty.rule.title}以通知为准，${dateWords(day, today)}为止。`,
    below ? `${organisation.name}下面的支部都按这一天提醒。` : '到期前按这一天提醒您。',
    undoLine,
  ].join('\n');
}

/** The answer to 撤登记. */
export function withdrawnText(withdrawn: Fulfilled, turn: Turn): string {
  return `已撤：${fulfilledWords(withdrawn, turn)}。\n撤错了，10 分钟内发“撤销”。`;
}

const undoLine = '记错了，10 分钟内发“撤销”。';

/** The own organisation goes without saying. */
function fulfilledWords({ organisation, duty, date }: Fulfilled, { today, roster, member }: Turn): string {
  const [own] = roster.scopeOf(member);
  const whose = own?.code === organisation.code ? '' : `${organisation.name} `;
  return `${whose}${dateWords(date, today)}${duty.rule.title}`;
}
