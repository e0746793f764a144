/** What is kept of one person in one contest. */
export interface Entry {
  /** One for each question, in the order of the contest. */
  readonly marks: readonly Mark[];
  /** Has left the room and gets no more questions. What was answered counts. */
  readonly isAway: boolean;
}

export type Mark = 'right' | 'wrong' | 'none';

export function newEntry(questions: number): Entry {
  return { marks: Array.from({ length: questions }, () => 'none'), isAway: false };
}

/** The entry after the question at this index was answered. */
export function withMark(entry: Entry, index: number, mark: Mark): Entry {
  return { ...entry, marks: entry.marks.with(index, mark) };
}

/** How many of the questions that count were answered right. */
export function countRight({ marks }: Entry, counts: (index: number) => boolean): number {
  return marks.filter((mark, index) => mark === 'right' && counts(index)).length;
}

export function hasAnswered({ marks }: Entry): boolean {
  return marks.some((mark) => mark !== 'none');
}

/** As it is stored: `+-..`, a character a question, and `!` at the end for somebody who has left. */
export function entryText({ marks, isAway }: Entry): string {
  return marks.map((mark) => signs[mark]).join('') + (isAway ? '!' : '');
}

/** `undefined` for what cannot be read. */
export function readEntry(text: string): Entry | undefined {
  const isAway = text.endsWith('!');
  const marks = [...(isAway ? text.slice(0, -1) : text)].map((sign) => marksBySign.get(sign));
  const known = marks.filter((mark) => mark !== undefined);
  return known.length === marks.length ? { marks: known, isAway } : undefined;
}

const signs: Readonly<Record<Mark, string>> = { right: '+', wrong: '-', none: '.' };
const marksBySign: ReadonlyMap<string, Mark> = new Map([
  ['+', 'right'],
  ['-', 'wrong'],
  ['.', 'none'],
]);
