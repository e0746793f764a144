/**
 * A text as a cell of a workbook keeps it: without what XML cannot hold, and with the ends of long texts
 * cut. Reading the workbook gives this text again.
 */
export function cellText(text: string): string {
  const clean = text.toWellFormed().replace(impossible, '');
  if (clean.length <= longest) return clean;
  return `${clean
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')}…`;
}

/**
 * The same as the workbook's XML has it. There `_x0041_` means the character A, so the underscore itself
 * is then written `_x005F_`; and a text that looks like an error of Excel's (`#N/A`) would be taken for
 * one, were its `#` not written that way too. The writer marks every text as text: none is a formula.
 */
export function writtenText(text: string): string {
  return cellText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/^#(?=[A-Z0-9_/]+[!?]?$)/u, '_x0023_');
}

/** In UTF-16 units: what Excel takes in a cell. */
const longest = 32_767;

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const impossible = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/gu;
