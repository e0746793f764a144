import { refuse } from './api-refusal.ts';
import type { Report } from './report.ts';
import { requireAddress, requireBytes, requireCount, requireText, requireUnique } from './require.ts';
import type { CardOf, CardSelection } from '../wire/template-card.ts';

type TextNotice = CardOf<'text_notice'>;
type NewsNotice = CardOf<'news_notice'>;
type ButtonCard = CardOf<'button_interaction'>;
type LinkTarget = NonNullable<TextNotice['card_action']>;

/** Keys of buttons, menus and questions, in bytes (protocol §4.3). */
const KEY_BYTES = 1024;
/** Ids of options, in bytes (protocol §4.3). */
const OPTION_ID_BYTES = 128;

/** `type` 1 needs an address, 2 a mini-program. */
export function checkLinkTarget(target: LinkTarget, path: string): void {
  if (target.type === 1) requireAddress(requireText(target.url, `${path}.url`, 42028), `${path}.url`);
  if (target.type === 2) requireText(target.appid, `${path}.appid`, 42030);
}

/** The whole card opens something: required on both notices. */
export function checkRequiredCardAction(action: LinkTarget | undefined): void {
  if (action?.type !== 1 && action?.type !== 2) return refuse(42045, 'card_action missing or of no use');
  checkLinkTarget(action, 'card_action');
}

export function checkActionMenu(menu: TextNotice['action_menu']): void {
  if (menu === undefined) return;

  const actions = requireCount(menu.action_list, 'action_menu.action_list', [1, 3], 40058);
  const keys = actions.map((action) => {
    requireText(action.text, 'action_menu.action_list.text', 40058);
    return checkKey(action.key, 'action_menu.action_list.key', 40058);
  });
  requireUnique(keys, 'action_menu.action_list.key', 42051);
}

export function checkQuoteArea(area: TextNotice['quote_area']): void {
  if (area !== undefined) checkLinkTarget(area, 'quote_area');
}

export function checkHorizontalRows(rows: TextNotice['horizontal_content_list']): void {
  if (rows === undefined) return;

  const path = 'horizontal_content_list';
  for (const row of requireCount(rows, path, [0, 6], 42035)) {
    requireText(row.keyname, `${path}.keyname`, 42027);
    if (row.type === 1) requireAddress(requireText(row.url, `${path}.url`, 42028), `${path}.url`);
    if (row.type === 2) requireText(row.media_id, `${path}.media_id`, 42029);
    if (row.type === 3) requireText(row.userid, `${path}.userid`, 42050);
  }
}

export function checkVerticalRows(rows: NewsNotice['vertical_content_list']): void {
  for (const row of requireCount(rows ?? [], 'vertical_content_list', [0, 4], 42036)) {
    requireText(row.title, 'vertical_content_list.title', 42033);
  }
}

export function checkJumps(jumps: TextNotice['jump_list']): void {
  for (const jump of requireCount(jumps ?? [], 'jump_list', [0, 3], 42042)) {
    requireText(jump.title, 'jump_list.title', 42033);
    checkLinkTarget(jump, 'jump_list');
  }
}

export function checkButtons(buttons: ButtonCard['button_list']): void {
  const keys: string[] = [];

  for (const button of requireCount(buttons, 'button_list', [1, 6], 40058)) {
    requireText(button.text, 'button_list.text', 42038);
    if (button.type === 1) {
      requireAddress(requireText(button.url, 'button_list.url', 42028), 'button_list.url');
    } else {
      keys.push(checkKey(button.key, 'button_list.key', 42039));
    }
  }
  requireUnique(keys, 'button_list.key', 42017);
}

export function checkSubmitButton(button: CardOf<'vote_interaction'>['submit_button']): void {
  if (button === undefined) return refuse(42046, 'submit_button missing');
  checkKey(button.key, 'submit_button.key', 42046);
}

/** One selector: the button card has one (1–10 options), the multiple card up to three. */
export function checkSelection(selection: CardSelection, path: string): void {
  checkKey(selection.question_key, `${path}.question_key`, 42043);
  checkOptions(selection.option_list, `${path}.option_list`, 10);
}

/** Reports a pre-selected id that none of the options has; the phone then shows the first one. */
export function checkPreselection(selection: CardSelection, path: string, report: Report): void {
  const { selected_id: selected, option_list: options = [] } = selection;
  if (selected === undefined || options.some(({ id }) => id === selected)) return;
  report.violation('unknown-selected-id', `${path}.selected_id 不在选项里：${selected}`);
}

export function checkOptions(options: CardSelection['option_list'], path: string, most: number): void {
  const ids = requireCount(options, path, [1, most], 42037).map((option) => {
    requireText(option.text, `${path}.text`, 42041);
    const id = requireText(option.id, `${path}.id`, 42040);
    requireBytes(id, `${path}.id`, OPTION_ID_BYTES, 42040);
    return id;
  });
  requireUnique(ids, `${path}.id`, 42040);
}

/** Returns the key. */
export function checkKey(key: string | undefined, path: string, errcode: number): string {
  const present = requireText(key, path, errcode);
  requireBytes(present, path, KEY_BYTES, errcode);
  return present;
}
