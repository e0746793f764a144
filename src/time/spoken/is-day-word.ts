import { localDate } from '../local-date.ts';
import { readSpokenDay } from './read-spoken-day.ts';

/** Whether a word is meant as a day, also as one that does not exist: `12-01`, `明天`, `下周三`, `2月30日`. */
export function isDayWord(word: string): boolean {
  return readSpokenDay(word, anyDay).kind !== 'notADay';
}

/** Whether it is a day does not depend on today. */
const anyDay = localDate(2026, 1, 1);
