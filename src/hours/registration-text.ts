import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../roster/grouped-number.ts';
import type { Person } from '../roster/roster.ts';
import type { ChosenPeople } from './chosen-people.ts';
import type { CreditEntry, Occasion } from './credit-entry.ts';
import { eventWords } from './event-words.ts';
import type { Registered, Withdrawn } from './registrations.ts';
import type { TakenBack } from './taking-back.ts';
import { daysTyped, daysWords } from './typed-days.ts';

/** The answer to 记学时. */
export function registeredText(
  { entry, chosen, credited, already, asksTheory }: Registered,
  turn: Turn,
): string {
  const occasion = occasionWords(entry, turn);
  if (credited.length === 0) {
    return [
      `没有重复记：${occasion}，${chosen.words}${already.length > 1 ? '都' : ''}已经有了。`,
      `要改，先发“撤学时 ${entry.category} ${daysTyped(entry)} ${already[0]?.name ?? ''}”，再重新记。`,
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
    `已撤：${occasionWords(occasion, turn)}，${peopleWords(withdrawn)}。`,
    ...(untouched.length === 0 ? [] : [`没有动的：${peopleWords(untouched)}，那天没有您这里登记的学时。`]),
    '撤错了，10 分钟内发“撤销”。',
  ].join('\n');
}

/** Why 撤学时 found nothing to take away. `entries` are what these people have for the occasion. */
export function whyNothing(
  turn: Turn,
  occasion: Occasion,
  { words }: ChosenPeople,
  entries: readonly CreditEntry[],
): string {
  const [entry] = entries;
  const what = occasionWords(occasion, turn);
  if (entry === undefined) return `${words}没有${what}的学时，不用撤。`;
  return `${words}的${what}是${eventWords(entry, turn.roster)}的，这里不能撤。`;
}

/** The answer to 撤销, when the latest deed was one of the two. */
export function takenBackText(taken: TakenBack | undefined, turn: Turn): string {
  if (taken === undefined || taken.people === 0) return '这些学时后来又改过了，没有可以撤销的。';
  const what = `${occasionWords(taken.entry, turn)}，${groupedNumber(taken.people)} 人`;
  return taken.deed === 'registered' ? `已撤销刚才记的学时：${what}。` : `已恢复刚才撤的学时：${what}。`;
}

function occasionWords(occasion: Occasion, turn: Turn): string {
  return `${daysWords(occasion, turn.today)}${occasion.category}`;
}

/** More names say less than their number. */
const mostNames = 5;

function peopleWords(people: readonly Person[]): string {
  return people.length > mostNames
    ? `${groupedNumber(people.length)} 人`
    : people.map(({ name }) => name).join('、');
}
