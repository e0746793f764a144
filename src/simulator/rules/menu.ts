import type { Menu, MenuButton } from '../wire/menu.ts';
import { refuse } from './api-refusal.ts';
import { requireAddress, requireBytes, requireCount, requireText } from './require.ts';

/** In bytes (protocol §4.7). */
const TOP_NAME_BYTES = 16;
const SUB_NAME_BYTES = 40;
const KEY_BYTES = 128;
const URL_BYTES = 1024;

/** Refuses a menu that breaks protocol §4.7: 40016 counts, 40017 types, 40018 names, 40019 keys. */
export function checkMenu(menu: Menu): void {
  for (const button of requireCount(menu.button, 'button', [1, 3], 40016)) {
    checkName(button.name, TOP_NAME_BYTES);

    if (button.sub_button === undefined || button.sub_button.length === 0) {
      checkAction(button);
      continue;
    }
    if (button.type !== undefined) refuse(40017, 'a button with sub_button has no type');
    for (const sub of requireCount(button.sub_button, 'sub_button', [1, 5], 40016)) {
      checkName(sub.name, SUB_NAME_BYTES);
      checkAction(sub);
    }
  }
}

function checkName(name: string | undefined, limit: number): void {
  requireBytes(requireText(name, 'name', 40018), 'name', limit, 40018);
}

function checkAction({ type, key, url, appid, pagepath }: MenuButton): void {
  switch (type) {
    case undefined:
      return refuse(40017, 'type missing');
    case 'view':
      return requireAddress(requireText(url, 'url', 40039), 'url', URL_BYTES);
    case 'view_miniprogram':
      requireText(appid, 'appid', 42030);
      requireText(pagepath, 'pagepath', 42030);
      return;
    case 'click':
    case 'scancode_push':
    case 'scancode_waitmsg':
    case 'pic_sysphoto':
    case 'pic_photo_or_album':
    case 'pic_weixin':
    case 'location_select':
      return requireBytes(requireText(key, 'key', 40019), 'key', KEY_BYTES, 40019);
  }
}
