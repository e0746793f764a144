import { menuTap } from '../callbacks/menu-tap.ts';
import type { MenuTap } from '../callbacks/menu-tap.ts';
import type { Menu } from '../wire/menu.ts';

/** Finds an entry of either level by its name, key or address. Throws when there is none. */
export function findMenuTap(menu: Menu | null, nameOrKey: string): MenuTap {
  const buttons = (menu?.button ?? []).flatMap((button) => [button, button.sub_button ?? []].flat());
  const tap = buttons
    .filter(({ name, key, url }) => [name, key, url].includes(nameOrKey))
    .map(menuTap)
    .find((candidate) => candidate !== undefined);

  if (tap === undefined) throw new Error(`the menu has no entry ${nameOrKey}`);
  return tap;
}
