import { useState } from 'preact/hooks';

import type { CardOf } from '../../wire/template-card.ts';
import { OutsideLink } from '../text/outside-link.tsx';
import { CardHead, CardTitle, Quote, ReplacedButton, Rows } from './card-parts.tsx';
import type { CardActions } from './card-parts.tsx';
import { Selector, presetOf } from './selector.tsx';

interface ButtonCardProps {
  readonly card: CardOf<'button_interaction'>;
  readonly replaced: string | null;
  readonly actions: CardActions;
}

export function ButtonCard({ card, replaced, actions }: ButtonCardProps) {
  const { button_selection: selection, button_list: buttons = [] } = card;
  const [chosen, choose] = useState(presetOf(selection));
  const choices = selection === undefined ? undefined : { [selection.question_key ?? '']: [chosen] };

  return (
    <article class="card">
      <CardHead source={card.source} menu={card.action_menu} actions={actions} />
      <CardTitle title={card.main_title} action={card.card_action} />
      <Quote quote={card.quote_area} />
      {card.sub_title_text && <p class="card-text">{card.sub_title_text}</p>}
      <Rows rows={card.horizontal_content_list} />
      {selection && (
        <Selector selection={selection} chosen={chosen} disabled={replaced !== null} choose={choose} />
      )}
      {replaced !== null ? (
        <ReplacedButton caption={replaced} />
      ) : (
        <div class={buttons.length > 3 ? 'card-buttons many' : 'card-buttons'}>
          {buttons.map(({ type, text, style = 1, key = '', url = '' }, index) =>
            type === 1 ? (
              <OutsideLink key={index} class={`card-button style-${style}`} url={url}>
                {text}
              </OutsideLink>
            ) : (
              <button
                type="button"
                key={index}
                class={`card-button style-${style}`}
                onClick={() => actions.tap(key, choices)}
              >
                {text}
              </button>
            ),
          )}
        </div>
      )}
    </article>
  );
}
