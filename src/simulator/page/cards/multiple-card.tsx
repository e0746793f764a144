import { useState } from 'preact/hooks';

import type { CardOf } from '../../wire/template-card.ts';
import { CardHead, CardTitle, ReplacedButton } from './card-parts.tsx';
import type { CardActions } from './card-parts.tsx';
import { Selector, presetOf } from './selector.tsx';

interface MultipleCardProps {
  readonly card: CardOf<'multiple_interaction'>;
  readonly replaced: string | null;
  readonly actions: CardActions;
}

export function MultipleCard({ card, replaced, actions }: MultipleCardProps) {
  const { select_list: selections = [] } = card;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(selections.map((selection) => [selection.question_key ?? '', presetOf(selection)])),
  );

  function submit(): void {
    const choices = Object.entries(chosen).map(([question, optionId]) => [question, [optionId]] as const);
    actions.tap(card.submit_button?.key ?? '', Object.fromEntries(choices));
  }

  return (
    <article class="card">
      <CardHead source={card.source} actions={actions} />
      <CardTitle title={card.main_title} />
      {selections.map((selection) => {
        const question = selection.question_key ?? '';
        return (
          <Selector
            key={question}
            selection={selection}
            chosen={chosen[question] ?? ''}
            disabled={replaced !== null}
            choose={(optionId) => setChosen({ ...chosen, [question]: optionId })}
          />
        );
      })}
      {replaced !== null ? (
        <ReplacedButton caption={replaced} />
      ) : (
        <div class="card-buttons">
          <button type="button" class="card-button style-1" onClick={submit}>
            {card.submit_button?.text || '提交'}
          </button>
        </div>
      )}
    </article>
  );
}
