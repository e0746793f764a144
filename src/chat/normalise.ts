/**
 * Makes command words and everything that is parsed comparable (contract §4): full-width letters,
 * digits and spaces count as half-width, blanks at the ends and runs of blanks do not matter, and
 * neither does upper or lower case.
 */
export function normalise(text: string): string {
  return plain.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Ordinary Chinese, ASCII letters and digits, single inner blanks: nothing to do but the case. */
const plain = /^[\u4e00-\u9fffA-Za-z0-9]+(?: [\u4e00-\u9fffA-Za-z0-9]+)*$/;

/** Zero-width characters that phones and copied texts bring along. */
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;
