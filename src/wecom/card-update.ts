import { built, misbuilt, type Built } from './built.ts';
import { requiredText } from './cards/card-text.ts';
import type { TemplateCard } from './cards/template-card.ts';

/** What a card turns into after a tap (protocol §4.4), in WeCom's form. Only builders make one. */
export type CardUpdate =
  | Built<{ readonly button: { readonly replace_name: string } }>
  | Built<{ readonly template_card: ReplacedCard }>;

/**
 * Turns the buttons of a button, vote or selection card into one grey caption, such as
 * `已学完 11-20 08:41`.
 */
export function replaceButton(caption: string): CardUpdate {
  return built({ button: { replace_name: requiredText(caption, captionLimit, 'caption') } });
}

/** Puts another card, of any type, in the place of the one that was tapped. */
export function replaceCard(card: TemplateCard): CardUpdate {
  return built({ template_card: withoutTaskId(card) });
}

/** Puts a card in its place whose buttons are one grey caption and whose questions cannot be changed. */
export function closeCard(card: TemplateCard, caption: string): CardUpdate {
  return built({
    template_card: {
      ...withoutTaskId(card),
      ...closed(card),
      replace_text: requiredText(caption, captionLimit, 'caption'),
    },
  });
}

/** Not stated by the protocol reference; room for a caption with day and time. */
const captionLimit = 20;

type ReplacedCard = ReturnType<typeof withoutTaskId> & { readonly replace_text?: string };

/** The card keeps the task id it was sent with; the update carries none (protocol §4.4). */
function withoutTaskId(card: TemplateCard) {
  return { ...card, task_id: undefined };
}

function closed(card: TemplateCard) {
  switch (card.card_type) {
    case 'button_interaction':
      return { button_selection: card.button_selection && { ...card.button_selection, disable: true } };
    case 'vote_interaction':
      return { checkbox: { ...card.checkbox, disable: true } };
    case 'multiple_interaction':
      return { select_list: card.select_list.map((selection) => ({ ...selection, disable: true })) };
    default:
      return misbuilt('a card update', 'only cards with buttons can be closed; replace the others');
  }
}
