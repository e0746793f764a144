import { cleanCode } from './clean-text.ts';

/** Names and tags as they are compared when typed in the chat: width, case and blanks do not matter. */
export function comparable(text: string): string {
  return cleanCode(text).toLowerCase().replaceAll(' ', '');
}
