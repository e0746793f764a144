import { buttonCard } from '../wecom/cards/button-card.ts';
import type { TemplateCard } from '../wecom/cards/template-card.ts';
import { voteCard, voteChoiceLimit } from '../wecom/cards/vote-card.ts';
import { card as cardPayload, text, type Message } from '../wecom/message.ts';
import { countCharacters } from '../wecom/text-length.ts';
import { typedReplies } from '../automatic/typed-replies.ts';
import type { Card, CardTicks } from './card.ts';

/**
 * A card as WeCom shows it; one with nothing to tap is a text. `taskId` has to be new for ever (protocol §4.3): digits, letters and
 * `_ - @`, at most 128 bytes. Longer texts are cut by the builder, visibly.
 */
export function cardMessage(card: Card, taskId: string): Message {
  const canBeTapped = card.buttons.length > 0 || card.ticks !== undefined;
  return canBeTapped ? cardPayload(templateCard(card, taskId)) : text(cardText(card));
}

/** The card alone, for putting it in the place of a tapped one. It needs something to tap. */
export function templateCard(card: Card, taskId: string): TemplateCard {
  return card.ticks === undefined ? withButtons(card, taskId) : withTicks(card, card.ticks, taskId);
}

function withButtons({ title, note, body, facts, buttons, link }: Card, taskId: string): TemplateCard {
  // The first button is the one most people want; the others, and equal choices, are quieter.
  const styled = buttons.map(({ label, line, tone }, index) => ({
    text: label,
    key: line,
    style: index === 0 && tone === undefined ? (1 as const) : (2 as const),
  }));
  const opening = link === undefined ? [] : [{ text: link.label, url: link.url, style: 2 as const }];
  const target = link && { url: link.url };
  return buttonCard({ taskId, title, note, body, facts, buttons: [...styled, ...opening], link: target });
}

/** Choices that are too long for their line on the card stand in its text, and only their letters are ticked. */
function withTicks({ title, note, body }: Card, { choices, ticked, send }: CardTicks, taskId: string) {
  const lines = choices.map(({ label, value }) => `${label}. ${value}`);
  const fit = lines.every((line) => countCharacters(line) <= voteChoiceLimit);
  const shown = [note, body, ...(fit ? [] : lines)].filter((line) => line !== undefined);
  return voteCard({
    taskId,
    title,
    note: shown.join('\n'),
    key: 'ticked',
    mode: 'several',
    choices: choices.map(({ label }, index) => ({ id: label, text: fit ? (lines[index] ?? label) : label })),
    ticked,
    submit: { text: send.label, key: send.line },
  });
}

/** The same as plain text, for people who asked for 文字版. */
export function cardText(card: Card): string {
  const { title, note = '', body = '', facts = [], ticks, link } = card;
  const rows = [
    ...facts.map(({ label, value }) => `${label}：${value}`),
    ...(ticks?.choices ?? []).map(({ label, value }) => `${label}. ${value}`),
    ...(link === undefined ? [] : [`${link.label}：${link.url}`]),
  ];
  return [title, note, body, ...rows, ...typedReplies(card)].filter((line) => line !== '').join('\n');
}
