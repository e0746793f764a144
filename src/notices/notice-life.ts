/** Where a notice stands. Instants are milliseconds since the epoch. */
export type NoticeLife =
  /** Waits for a second committee member, until then; with `due` it is sent at that time, not at once. */
  | { readonly state: 'awaiting'; readonly until: number; readonly due?: number }
  /** `revision` counts the changes since it was confirmed. */
  | { readonly state: 'scheduled'; readonly due: number; readonly revision: number }
  | { readonly state: 'sent'; readonly at: number; readonly nudges: readonly number[] }
  | {
      readonly state: 'recalled';
      readonly at: number;
      readonly nudges: readonly number[];
      readonly recalledAt: number;
    }
  /** It never went out. */
  | { readonly state: 'dropped'; readonly why: DroppedWhy; readonly at: number };

/**
 * Called off; refused or not released by a second person; nobody left to send it to; whom it was for is
 * not on the roster any more; its file forgotten by WeCom.
 */
export const droppedWhys = [
  'cancelled',
  'refused',
  'notReleased',
  'nobody',
  'audienceGone',
  'fileGone',
] as const;
export type DroppedWhy = (typeof droppedWhys)[number];

/** A life as it is stored: one line, the same for the same life, so that a change can expect it. */
export function lifeText(life: NoticeLife): string {
  switch (life.state) {
    case 'awaiting':
      return words(life.state, life.until, life.due ?? '-');
    case 'scheduled':
      return words(life.state, life.due, life.revision);
    case 'sent':
      return words(life.state, life.at, ...life.nudges);
    case 'recalled':
      return words(life.state, life.at, life.recalledAt, ...life.nudges);
    case 'dropped':
      return words(life.state, life.why, life.at);
  }
}

/** Reads `lifeText` back; `undefined` for anything else. */
export function readLife(text: string): NoticeLife | undefined {
  const [state, ...fields] = text.split(' ');
  const [first = 0, second = 0, ...others] = fields.map(Number);
  switch (state) {
    case 'awaiting':
      return { state, until: first, ...(fields[1] === '-' ? {} : { due: second }) };
    case 'scheduled':
      return { state, due: first, revision: second };
    case 'sent':
      return { state, at: first, nudges: fields.slice(1).map(Number) };
    case 'recalled':
      return { state, at: first, recalledAt: second, nudges: others };
    case 'dropped': {
      const why = droppedWhys.find((one) => one === fields[0]);
      return why && { state, why, at: second };
    }
    default:
      return undefined;
  }
}

function words(...parts: readonly (string | number)[]): string {
  return parts.join(' ');
}
