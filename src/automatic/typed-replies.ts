import type { Card } from '../chat/card.ts';

/** How to answer a card by typing: its own words, else a line for each button. */
export function typedReplies({ buttons, reply }: Pick<Card, 'buttons' | 'reply'>): readonly string[] {
  return reply === undefined ? buttons.map(({ label, line }) => `${label}，发“${line}”`) : [reply];
}
