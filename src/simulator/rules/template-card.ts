import { templateCardSchema } from '../wire/template-card.ts';
import type { CardSelection, TemplateCard } from '../wire/template-card.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import { refuse } from './api-refusal.ts';
import { checkCardOfItsKind } from './card-kinds.ts';
import { checkPreselection } from './card-parts.ts';
import { cardTextLimits } from './card-text-limits.ts';
import { clipTexts } from './clip-texts.ts';
import type { Report } from './report.ts';

/** In bytes (protocol §4.3). */
const TASK_ID_BYTES = 128;

/** A card as it may be sent, checked against all of protocol §4.3 and clipped as a phone clips it. */
export function readCardToSend(value: unknown, report: Report): TemplateCard {
  const card = readCard(value, report);

  if (callsBack(card) && !card.task_id) refuse(42014, 'task_id missing');
  for (const path of updateOnlyFields(card)) {
    report.violation('update-only-field', `${path} 只有更新卡片时才有用`);
  }
  return card;
}

/** A card as it may replace another (protocol §4.4). */
export function readCardToReplace(value: unknown, report: Report): TemplateCard {
  return readCard(value, report);
}

/** Whether tapping something on this card reaches the bot. */
export function callsBack(card: TemplateCard): boolean {
  switch (card.card_type) {
    case 'text_notice':
    case 'news_notice':
      return card.action_menu !== undefined;
    case 'button_interaction':
    case 'vote_interaction':
    case 'multiple_interaction':
      return true;
  }
}

function readCard(value: unknown, report: Report): TemplateCard {
  const card = readStrictly(templateCardSchema, value, report, { card_type: 42031 });
  checkCardOfItsKind(card);
  if (card.task_id !== undefined) checkTaskId(card.task_id);
  for (const selection of selectionsOf(card)) checkPreselection(selection, 'selection', report);
  return clipTexts(card, cardTextLimits[card.card_type], report);
}

function selectionsOf(card: TemplateCard): readonly CardSelection[] {
  if (card.card_type === 'multiple_interaction') return card.select_list ?? [];
  if (card.card_type !== 'button_interaction' || card.button_selection === undefined) return [];
  return [card.button_selection];
}

function checkTaskId(taskId: string): void {
  if (!/^[A-Za-z0-9_@-]+$/.test(taskId) || taskId.length > TASK_ID_BYTES) refuse(42014, 'invalid task_id');
}

function updateOnlyFields(card: TemplateCard): readonly string[] {
  switch (card.card_type) {
    case 'text_notice':
    case 'news_notice':
      return [];
    case 'button_interaction':
      return present({
        replace_text: card.replace_text,
        'button_selection.disable': card.button_selection?.disable,
      });
    case 'vote_interaction':
      return present({ replace_text: card.replace_text, 'checkbox.disable': card.checkbox?.disable });
    case 'multiple_interaction':
      return present({
        replace_text: card.replace_text,
        'select_list.disable': card.select_list?.find((selection) => selection.disable !== undefined),
      });
  }
}

function present(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([path]) => path);
}
