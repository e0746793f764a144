/** What one check of the doctor found: one line for the operator, with what to do when it is not well. */
export interface Finding {
  readonly subject: string;
  readonly state: 'well' | 'attention' | 'ill';
  /** What was found; when something is wrong, also what to do. One line. */
  readonly text: string;
}

const marks = { well: '✓', attention: '!', ill: '✗' } as const;

export function findingLine({ subject, state, text }: Finding): string {
  return `${marks[state]} ${subject}：${text.replace(/\s+/gu, ' ')}`;
}
