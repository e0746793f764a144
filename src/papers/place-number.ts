import { readNumeral } from '../time/spoken/numerals.ts';

/** The number of a question as people write it: `5`, `五`, `二十一`, up to 999 in digits and 99 in words. */
export function readPlace(text: string): number | undefined {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  return readNumeral(text);
}
