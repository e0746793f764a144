import { refuse } from './api-refusal.ts';
import {
  checkActionMenu,
  checkButtons,
  checkHorizontalRows,
  checkJumps,
  checkKey,
  checkLinkTarget,
  checkOptions,
  checkQuoteArea,
  checkRequiredCardAction,
  checkSelection,
  checkSubmitButton,
  checkVerticalRows,
} from './card-parts.ts';
import { requireAddress, requireCount, requireText, requireUnique } from './require.ts';
import type { CardOf, TemplateCard } from '../wire/template-card.ts';

/** Refuses a card that lacks what its type needs (the table at the end of protocol §4.3). */
export function checkCardOfItsKind(card: TemplateCard): void {
  switch (card.card_type) {
    case 'text_notice':
      return checkTextNotice(card);
    case 'news_notice':
      return checkNewsNotice(card);
    case 'button_interaction':
      return checkButtonInteraction(card);
    case 'vote_interaction':
      return checkVoteInteraction(card);
    case 'multiple_interaction':
      return checkMultipleInteraction(card);
  }
}

function checkTextNotice(card: CardOf<'text_notice'>): void {
  if (!card.main_title?.title && !card.sub_title_text) {
    refuse(42033, 'main_title.title and sub_title_text missing');
  }
  checkRequiredCardAction(card.card_action);
  checkActionMenu(card.action_menu);
  checkQuoteArea(card.quote_area);
  checkHorizontalRows(card.horizontal_content_list);
  checkJumps(card.jump_list);
}

function checkNewsNotice(card: CardOf<'news_notice'>): void {
  requireText(card.main_title?.title, 'main_title.title', 42033);
  checkRequiredCardAction(card.card_action);
  checkPicture(card);
  checkActionMenu(card.action_menu);
  checkQuoteArea(card.quote_area);
  checkVerticalRows(card.vertical_content_list);
  checkHorizontalRows(card.horizontal_content_list);
  checkJumps(card.jump_list);
}

function checkPicture({ card_image: image, image_text_area: area }: CardOf<'news_notice'>): void {
  if (image === undefined && area === undefined) refuse(42044, 'card_image and image_text_area missing');

  if (image !== undefined) {
    requireAddress(requireText(image.url, 'card_image.url', 42044), 'card_image.url');
    const ratio = image.aspect_ratio ?? 1.3;
    if (ratio < 1.3 || ratio > 2.25) refuse(40058, 'card_image.aspect_ratio must be 1.3 to 2.25');
  }
  if (area !== undefined) {
    requireAddress(
      requireText(area.image_url, 'image_text_area.image_url', 42044),
      'image_text_area.image_url',
    );
    checkLinkTarget(area, 'image_text_area');
  }
}

function checkButtonInteraction(card: CardOf<'button_interaction'>): void {
  requireText(card.main_title?.title, 'main_title.title', 42033);
  checkButtons(card.button_list);
  if (card.button_selection !== undefined) checkSelection(card.button_selection, 'button_selection');
  if (card.card_action !== undefined) checkLinkTarget(card.card_action, 'card_action');
  checkActionMenu(card.action_menu);
  checkQuoteArea(card.quote_area);
  checkHorizontalRows(card.horizontal_content_list);
}

function checkVoteInteraction(card: CardOf<'vote_interaction'>): void {
  requireText(card.main_title?.title, 'main_title.title', 42033);
  checkKey(card.checkbox?.question_key, 'checkbox.question_key', 42043);
  checkOptions(card.checkbox?.option_list, 'checkbox.option_list', 20);
  checkSubmitButton(card.submit_button);
}

function checkMultipleInteraction(card: CardOf<'multiple_interaction'>): void {
  requireText(card.main_title?.title, 'main_title.title', 42033);
  const selections = requireCount(card.select_list, 'select_list', [1, 3], 42047);
  for (const selection of selections) checkSelection(selection, 'select_list');

  const keys = selections.map((selection) => selection.question_key ?? '');
  requireUnique(keys, 'select_list.question_key', 42043);
  checkSubmitButton(card.submit_button);
}
