import type { Card } from './card.ts';

/** A preview that is shown once more, because its day is over. */
export function shownAgain(card: Card): Card {
  return { ...card, body: ['已经过了零点，日期请再看一遍。', card.body ?? ''].join('\n').trim() };
}

/** A preview with its buttons; an old card does not confirm a newer one. */
export function withConfirmation(card: Card, id: string): Card {
  const confirmation = [
    { label: '确认', line: `确认 ${id}`, typed: '确认' },
    { label: '取消', line: `取消 ${id}`, typed: '取消' },
  ];
  return { ...card, buttons: [...confirmation, ...card.buttons] };
}
