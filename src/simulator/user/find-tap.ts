import type { CardTap } from '../callbacks/callback-xml.ts';
import type { CardContent, ShownMessage } from '../state/shown-message.ts';
import type { TemplateCard } from '../wire/template-card.ts';
import { chooseOptions } from './choose-options.ts';

/** What a person chose on a card, by question: its key or title → ids or texts of options. */
export type Choices = Readonly<Record<string, string | readonly string[]>>;

export interface TapOptions {
  /** The message id or the task_id of the card; the newest card that fits when left out. */
  readonly card?: string | undefined;
  readonly choices?: Choices | undefined;
}

/** A tap on a certain card that reaches the bot. */
export interface FoundTap extends Pick<CardTap, 'event' | 'key' | 'cardType' | 'chosen'> {
  readonly messageId: string;
}

interface Tappable {
  readonly label: string;
  readonly key: string;
  readonly event: CardTap['event'];
}

/**
 * Finds what a finger would meet: the newest card on this phone with a button, submit button or menu
 * entry of that label or key that has not been replaced. Throws when there is none.
 */
export function findTap(
  messages: readonly ShownMessage[],
  labelOrKey: string,
  { card: wanted, choices = {} }: TapOptions,
): FoundTap {
  for (const { id, content } of messages.toReversed()) {
    if (content.kind !== 'card') continue;
    if (wanted !== undefined && wanted !== id && wanted !== content.card.task_id) continue;

    const found = tappableOf(content).find(({ label, key }) => label === labelOrKey || key === labelOrKey);
    if (found === undefined) continue;

    const chosen = found.event === 'template_card_event' ? chooseOptions(content.card, choices) : [];
    return { messageId: id, event: found.event, key: found.key, cardType: content.card.card_type, chosen };
  }

  const shown = messages.at(-1)?.text ?? 'nothing';
  throw new Error(`no card with ${labelOrKey} to tap; the phone shows last: ${shown}`);
}

function tappableOf({ card, replaced }: CardContent): readonly Tappable[] {
  const buttons = replaced === null ? buttonsOf(card) : [];
  const menu = 'action_menu' in card ? (card.action_menu?.action_list ?? []) : [];

  return [
    ...buttons,
    ...menu.map(({ text = '', key = '' }) => ({
      label: text,
      key,
      event: 'template_card_menu_event' as const,
    })),
  ];
}

function buttonsOf(card: TemplateCard): readonly Tappable[] {
  const event = 'template_card_event' as const;

  switch (card.card_type) {
    case 'text_notice':
    case 'news_notice':
      return [];
    case 'button_interaction':
      return (card.button_list ?? [])
        .filter(({ type }) => type !== 1)
        .map(({ text = '', key = '' }) => ({ label: text, key, event }));
    case 'vote_interaction':
    case 'multiple_interaction':
      return [{ label: card.submit_button?.text || '提交', key: card.submit_button?.key ?? '', event }];
  }
}
