import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Person } from '../roster/roster.ts';
import { occasionWords } from './occasion-words.ts';
import type { Registered, Withdrawn } from './registrations.ts';
import type { TakenBack } from './taking-back.ts';
import { daysTyped } from './typed-days.ts';

/** The answer to 记学时. */
export function registeredText(
  { entry, chosen, credited, already, asksTheory }: Registered,
  turn: Turn,
): string {
  const occasion = occasionWords(entry, turn.today);
  if (credited.length === 0) {
    return [
      `没有重复记：${occasion}，${chosen.words}${already.length > 1 ? '都' : ''}已经有了。`,
      `要改，先发“撤学时 ${entry.category} ${daysTyped(entry, turn.today)} ${already[0]?.name ?? ''}”，再重新记。`,
    ].join('\n');
  }
  const kind = asksTheory ? `（${entry.theory ? '' : '非'}政治理论）` : '';
  return [
    `已记：${occasion} ${entry.hours} 学时${kind}，${chosen.words}。`,
    ...(already.length === 0
      ? []
      : [`已经有、没有重复记的：${peopleWords(already)}；新记 ${groupedNumber(credited.length)} 人。`]),
    '记错了，10 分钟内发“撤销”。',
  ].join('\n');
}

/** The answer to 撤学时. */
export function withdrawnText({ occasion, withdrawn, untouched }: Withdrawn, turn: Turn): string {
  return [
    `已撤：${occasionWords(occasion, turn.today)}，${peopleWords(withdrawn)}。`,
    ...(untouched.length === 0 ? [] : [`没有动的：${peopleWords(untouched)}，那天没有您这里登记的学时。`]),
    '撤错了，10 分钟内发“撤销”。',
  ].join('\n');
}

/** The answer to 撤销, when the latest deed was one of the two. */
export function takenBackText(taken: TakenBack | undefined, turn: Turn): string {
  if (taken === undefined || taken.people === 0) return '这些学时后来又改过了，没有可以撤销的。';
  const what = `${occasionWords(taken.entry, turn.today)}，${groupedNumber(taken.people)} 人`;
  return taken.deed === 'registered' ? `已撤销刚才记的学时：${what}。` : `已恢复刚才撤的学时：${what}。`;
}

/** More names say less than their number. */
const mostNames = 5;

function peopleWords(people: readonly Person[]): string {
  return people.length > mostNames
    ? `${groupedNumber(people.length)} 人`
    : people.map(({ name }) => name).join('、');
}
