import type { Card } from '../chat/card.ts';

/**
 * One thing the service wants to tell somebody by itself: a study item in the morning, a reminder of
 * a duty. Parts that fall due within the same hour become one message (contract §4).
 */
export interface AutomaticPart {
  readonly userid: string;
  /** What it is about, e.g. `study-2026-11-20`: the same part is added only once. */
  readonly subject: string;
  /** When the rules allow it, in milliseconds since the epoch. */
  readonly due: number;
  /** Names a card in the same batch; people who get the same cards share a call. */
  readonly card: string;
}

/** Cards by name: the day and what it is, e.g. `2026-11-20 study three-meetings`. */
export type NamedCards = ReadonlyMap<string, Card>;
