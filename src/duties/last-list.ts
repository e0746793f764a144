import type { Desk } from '../chat/desk.ts';
import type { Turn } from '../chat/turn.ts';
import type { Obligation } from './obligation.ts';

/*
 * What an officer's list of open duties showed last, so that 依据 2 is about the second line of what was
 * seen. On the desk: `<day> <code> <code> …`; of no use on another day.
 */
export function noteList(turn: Turn, deskKey: string, open: readonly Obligation[]): void {
  const text = [turn.today, ...open.map(({ duty }) => duty.rule.code)].join(' ');
  if (turn.desk[field] !== text) turn.work.write('HSET', deskKey, field, text);
}

/** The codes of the list, if one was shown today. */
export function lastList(desk: Desk, today: string): readonly string[] {
  const [day, ...codes] = (desk[field] ?? '').split(' ');
  return day === today ? codes : [];
}

const field = 'duties';
