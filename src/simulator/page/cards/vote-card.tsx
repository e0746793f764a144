import { useState } from 'preact/hooks';

import type { CardOf } from '../../wire/template-card.ts';
import { CardHead, CardTitle, ReplacedButton } from './card-parts.tsx';
import type { CardActions } from './card-parts.tsx';

interface VoteCardProps {
  readonly card: CardOf<'vote_interaction'>;
  readonly replaced: string | null;
  readonly actions: CardActions;
  /** Different for every card on the page, so that radio buttons of two cards stay apart. */
  readonly id: string;
}

export function VoteCard({ card, replaced, actions, id }: VoteCardProps) {
  const { question_key: question = '', option_list: options = [], mode, disable } = card.checkbox ?? {};
  const several = mode === 1;
  const closed = replaced !== null || disable === true;
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    options.filter((option) => option.is_checked === true).map((option) => option.id ?? ''),
  );

  function toggle(optionId: string, checked: boolean): void {
    const others = several ? chosen.filter((one) => one !== optionId) : [];
    setChosen(checked ? [...others, optionId] : others);
  }

  return (
    <article class="card">
      <CardHead source={card.source} actions={actions} />
      <CardTitle title={card.main_title} />
      <fieldset class="card-options" disabled={closed}>
        <legend>{several ? '可选多项' : '选一项'}</legend>
        {options.map(({ id: optionId = '', text }) => (
          <label key={optionId}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(optionId)}
              onChange={(event) => toggle(optionId, event.currentTarget.checked)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {replaced !== null ? (
        <ReplacedButton caption={replaced} />
      ) : (
        <div class="card-buttons">
          <button
            type="button"
            class="card-button style-1"
            disabled={closed || chosen.length === 0}
            onClick={() => actions.tap(card.submit_button?.key ?? '', { [question]: chosen })}
          >
            {card.submit_button?.text || '提交'}
          </button>
        </div>
      )}
    </article>
  );
}
