import { built, misbuilt, type Built } from './built.ts';

/** The app's menu in WeCom's form. Only `menu` makes one, so it keeps the limits of protocol §4.7. */
export type Menu = Built<{ readonly button: readonly object[] }>;

/** One to three of these stand at the foot of the chat; a group opens one to five entries. */
export type MenuButton = MenuEntry | { readonly name: string; readonly entries: readonly MenuEntry[] };

/** `key` comes back when the entry is tapped: for `click` as the menu click of that key. */
export type MenuEntry =
  | { readonly name: string; readonly key: string; readonly action?: MenuAction }
  | { readonly name: string; readonly url: string }
  | { readonly name: string; readonly appId: string; readonly pagePath: string };

export type MenuAction =
  | 'click'
  | 'scancode_push'
  | 'scancode_waitmsg'
  | 'pic_sysphoto'
  | 'pic_photo_or_album'
  | 'pic_weixin'
  | 'location_select';

/** Builds the menu. Names do not get cut: a Fault for everything WeCom would refuse. */
export function menu(buttons: readonly MenuButton[]): Menu {
  if (buttons.length < 1 || buttons.length > 3) misbuilt('the menu', 'give it 1 to 3 buttons');
  return built({
    button: buttons.map((button) => ('entries' in button ? group(button) : entry(button, topNameLimit))),
  });
}

/** Bytes: about five Chinese characters, and thirteen. */
const topNameLimit = 16;
const nameLimit = 40;

function group({ name, entries }: Extract<MenuButton, { entries: unknown }>) {
  if (entries.length < 1 || entries.length > 5) misbuilt('the menu', 'give each group 1 to 5 entries');
  return {
    name: within(topNameLimit, name, 'name of a button'),
    sub_button: entries.map((each) => entry(each, nameLimit)),
  };
}

function entry(button: MenuEntry, limit: number) {
  const name = within(limit, button.name, limit === topNameLimit ? 'name of a button' : 'name of an entry');
  if ('key' in button) return { type: button.action ?? 'click', name, key: within(128, button.key, 'key') };
  if ('url' in button) return { type: 'view', name, url: within(1024, button.url, 'address') };
  return { type: 'view_miniprogram', name, pagepath: button.pagePath, appid: button.appId };
}

function within(limit: number, text: string, what: string): string {
  if (text === '' || Buffer.byteLength(text) > limit) {
    misbuilt('the menu', `keep the ${what} within 1 to ${limit} bytes`);
  }
  return text;
}
