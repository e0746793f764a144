/**
 * Text as it is stored: without control and zero-width characters (copied texts bring them along, and
 * two names that look the same would differ), with single inner blanks and none at the ends.
 */
export function cleanText(text: string): string {
  return text.replace(invisible, '').replace(blanks, ' ').trim();
}

/** Codes, accounts, column names and choices: full-width letters, digits and blanks count as half-width. */
export function cleanCode(text: string): string {
  return cleanText(cleanText(text).normalize('NFKC'));
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const blanks = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
