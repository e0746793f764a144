import { misbuilt } from '../built.ts';
import { cleanText } from '../clean-text.ts';
import { cutCharacters } from '../text-length.ts';

/** A text on a card: clean, and cut to the characters a phone shows there (protocol §4.3). */
export function cardText(text: string, limit: number): string {
  return cutCharacters(cleanText(text), limit);
}

/** The same for a text that may be left out; blank counts as left out. */
export function optionalText(text: string | undefined, limit: number): string | undefined {
  if (text === undefined) return undefined;
  const shown = cardText(text, limit);
  return shown.trim() === '' ? undefined : shown;
}

/** The same for a text WeCom insists on. */
export function requiredText(text: string, limit: number, what: string): string {
  return optionalText(text, limit) ?? misbuilt('a card', `give its ${what} a text`);
}
