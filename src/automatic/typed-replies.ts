import type { Card } from '../chat/card.ts';

/** How to answer a card by typing: its own words, else a line for each button. */
export function typedReplies({ buttons, reply }: Pick<Card, 'buttons' | 'reply'>): readonly string[] {
  if (reply !== undefined) return [reply];
  const own = buttons.filter(({ label, typed }) => typed === label).map(({ label }) => `“${label}”`);
  const others = buttons.filter(({ label, typed }) => typed !== label);
  return [
    ...(own.length === 0 ? [] : [`发${own.join('或')}`]),
    ...others.map(({ label, line, typed = line }) => `${label}，发“${typed}”`),
  ];
}
