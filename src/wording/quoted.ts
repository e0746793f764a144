import { shortened } from './shortened.ts';

/** What a person typed, in quotation marks, cut so that an answer still fits the screen. */
export function quoted(text: string): string {
  return `“${shortened(text, longest)}”`;
}

const longest = 20;
