import { useState } from 'preact/hooks';

import type { Menu } from '../../wire/menu.ts';
import { AppMenu } from './app-menu.tsx';
import { Composer } from './composer.tsx';

interface BottomBarProps {
  readonly menu: Menu | null;
  readonly act: (action: string, body: object) => void;
}

/** The bar below the chat: the keyboard, or the app's menu, with a button to change between them. */
export function BottomBar({ menu, act }: BottomBarProps) {
  const [showsMenu, showMenu] = useState(false);
  const buttons = menu?.button ?? [];
  const menuIsOpen = showsMenu && buttons.length > 0;

  return (
    <div class="bottom-bar">
      {buttons.length > 0 && (
        <button type="button" class="toggle" onClick={() => showMenu(!menuIsOpen)}>
          {menuIsOpen ? '打字' : '菜单'}
        </button>
      )}
      {menuIsOpen ? (
        <AppMenu buttons={buttons} click={(name) => act('menu', { name })} />
      ) : (
        <Composer act={act} />
      )}
    </div>
  );
}
