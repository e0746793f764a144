/**
 * One line as it is read: without signs that nobody sees (pasted texts bring them along), with single
 * blanks. Full-width letters and punctuation stay as typed.
 */
export function cleanLine(text: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Without the marks of Markdown that stand around questions: headings, quotes, bullets, bold, escapes. */
export function withoutMarkdown(line: string): string {
  return line
    .replace(/^\s*(?:>\s*)*(?:#{1,6}\s+)?(?:[-*+•●]\s+)?/u, '')
    .replaceAll('**', '')
    .replaceAll(/\\(?=[\\_*()[\].#+-])/g, '');
}

/** Puts the parts of a wrapped line together: a blank only between Latin words. */
export function joinLines(first: string, second: string): string {
  const needsBlank = /[A-Za-z0-9]$/.test(first) && /^[A-Za-z0-9]/.test(second);
  return `${first}${needsBlank ? ' ' : ''}${second}`;
}
