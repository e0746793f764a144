import { useState } from 'preact/hooks';

import type { TopMenuButton } from '../../wire/menu.ts';

interface AppMenuProps {
  readonly buttons: readonly TopMenuButton[];
  readonly click: (name: string) => void;
}

/** Up to three buttons; those with a sub menu open it above themselves. */
export function AppMenu({ buttons, click }: AppMenuProps) {
  const [open, setOpen] = useState<number | null>(null);

  function clickAndClose(name: string): void {
    setOpen(null);
    click(name);
  }

  return (
    <ul class="app-menu">
      {buttons.map(({ name = '', sub_button: subButtons = [] }, index) => (
        <li key={name}>
          {subButtons.length > 0 && open === index && (
            <ul class="sub-menu">
              {subButtons.map(({ name: subName = '' }) => (
                <li key={subName}>
                  <button type="button" onClick={() => clickAndClose(subName)}>
                    {subName}
                  </button>
                </li>
              ))}
            </ul>
          )}
          {subButtons.length > 0 ? (
            <button
              type="button"
              aria-expanded={open === index}
              onClick={() => setOpen(open === index ? null : index)}
            >
              <span class="menu-lines" aria-hidden="true" />
              {name}
            </button>
          ) : (
            <button type="button" onClick={() => clickAndClose(name)}>
              {name}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
