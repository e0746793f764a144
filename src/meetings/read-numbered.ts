/**
 * `1 周四15:00`, `会议1号 周四`, `周四15:00`: the number of the meeting, when there is one, and the rest. A number
 * that belongs to a time or a room is none: 15:00, 3点, 12-01, 308会议室.
 */
export function readNumbered(words: string): { readonly number?: number; readonly rest: string } {
  const [whole, digits] = numbered.exec(words) ?? [];
  if (whole === undefined || digits === undefined) return { rest: words.trim() };
  return { number: Number(digits.normalize('NFKC')), rest: words.slice(whole.length).trim() };
}

const numbered =
  /^\s*(?:会议\s*)?[#＃]?([1-9１-９][\d０-９]{0,8})(?:号会议|号(?=\s)|(?=\s|$|[^\d０-９:：点时月号日天周年\-－/／.．、个分小半楼会室]))/u;
