import { buttonCard } from '../wecom/cards/button-card.ts';
import type { TemplateCard } from '../wecom/cards/template-card.ts';
import { card as cardPayload, text, type Message } from '../wecom/message.ts';
import type { Card } from './card.ts';

/**
 * A card as WeCom shows it; one without buttons is a text. `taskId` has to be new for ever (protocol §4.3): digits, letters and
 * `_ - @`, at most 128 bytes. Longer texts are cut by the builder, visibly.
 */
export function cardMessage(card: Card, taskId: string): Message {
  return card.buttons.length === 0 ? text(cardText(card)) : cardPayload(templateCard(card, taskId));
}

/** The card alone, for putting it in the place of a tapped one. It needs at least one button. */
export function templateCard({ title, note, body, facts, buttons }: Card, taskId: string): TemplateCard {
  // The first button is the one most people want; the others, and equal choices, are quieter.
  const styled = buttons.map(({ label, line, tone }, index) => ({
    text: label,
    key: line,
    style: index === 0 && tone === undefined ? (1 as const) : (2 as const),
  }));
  return buttonCard({ taskId, title, note, body, facts, buttons: styled });
}

/** The same as plain text, for people who asked for 文字版. */
export function cardText({ title, note = '', body = '', facts = [], buttons, reply }: Card): string {
  const rows = facts.map(({ label, value }) => `${label}：${value}`);
  const replies = reply === undefined ? buttons.map(({ label, line }) => `${label}，发“${line}”`) : [reply];
  return [title, note, body, ...rows, ...replies].filter((line) => line !== '').join('\n');
}
