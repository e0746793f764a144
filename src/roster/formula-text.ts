/**
 * A spreadsheet takes a CSV cell that begins with `=`, `+`, `-` or `@` for a formula and would run it.
 * An apostrophe in front makes it text. One more is put before text that has such apostrophes already,
 * so that reading back gives exactly what was written.
 */
export function escapeFormula(text: string): string {
  return startsLikeFormula.test(text) ? `'${text}` : text;
}

/** Undoes `escapeFormula`; other text stays as it is. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && startsLikeFormula.test(text) ? text.slice(1) : text;
}

/** Tabs and line breaks at the front are skipped by some spreadsheets. */
const startsLikeFormula = /^'*[=+\-@\t\r\n]/;
