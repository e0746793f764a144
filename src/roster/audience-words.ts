/**
 * How people say who is meant: one or more terms with `,`, `，`, `、` or `+` between them, and perhaps 除
 * and whom not: `@机关党委,#青年 除 @机关一支部`. What a term means is for `audience-term.ts`.
 */
export interface AudienceWords {
  readonly included: readonly TypedTerm[];
  readonly excepted: readonly TypedTerm[];
}

export interface TypedTerm {
  readonly text: string;
  /** What stood between the term before and this one, such as `、`; empty for the first. */
  readonly joint: string;
}

/** The words at the beginning of a line that say who is meant; the rest of the line is something else. */
export function audienceAtStart(line: string): string {
  return atStart.exec(line)?.[0] ?? '';
}

/** Whether words can be nothing but an audience: `@机关一支部`, `#青年`, 全体; names of saved lists have no mark. */
export function isMarkedAudience(words: string): boolean {
  return marked.test(words.trim());
}

/** Takes the words apart. `全体除书记` and `全体 除了 书记 外` say the same. */
export function audienceWords(text: string): AudienceWords {
  const [included = '', ...excepted] = text.trim().split(new RegExp(except, 'u'));
  return {
    included: termsOf(included),
    excepted: excepted.flatMap((part) => termsOf(part.replace(/\s*(?:以外|之外|外)\s*$/u, ''))),
  };
}

/** Words that need no mark in front of them (contract §4). */
export const audienceNouns = ['全体人员', '全体', '书记', '班子'] as const;

const joint = '[,，、+＋]';
const outside = '(?:以外|之外|外)';
const noun = `(?:${audienceNouns.join('|')})${outside}?(?=\\s|${joint}|$)`;
/**
 * 除 is whom not before a marked term or a noun; before anything else only as a word of its own, because
 * a text may begin with 除夕.
 */
const except = `\\s*除(?:了|去|开)?(?:\\s+|(?=[@＠#＃]|${noun}))`;
const term = `(?:(?!${except})[^\\s,，、+＋])+`;
const list = `${term}(?:\\s*${joint}\\s*${term})*`;
const atStart = new RegExp(`^\\s*${list}(?:${except}${list}(?:\\s+${outside}(?=\\s|$))?)*`, 'u');

const marked = new RegExp(`^(?:[@＠#＃]|${noun})`, 'u');

function termsOf(text: string): readonly TypedTerm[] {
  const pieces = text.split(new RegExp(`\\s*(${joint})\\s*`, 'u'));
  return pieces.flatMap((piece, index) => {
    const words = piece.trim();
    return index % 2 === 1 || words === '' ? [] : [{ text: words, joint: pieces[index - 1] ?? '' }];
  });
}
