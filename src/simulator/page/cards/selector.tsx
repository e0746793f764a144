import type { CardSelection } from '../../wire/template-card.ts';

interface SelectorProps {
  readonly selection: CardSelection;
  /** The id of the chosen option. */
  readonly chosen: string;
  readonly disabled: boolean;
  readonly choose: (optionId: string) => void;
}

/** One drop-down of a card. */
export function Selector({ selection, chosen, disabled, choose }: SelectorProps) {
  return (
    <label class="card-selector">
      <span>{selection.title}</span>
      <select
        value={chosen}
        disabled={disabled || selection.disable === true}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {(selection.option_list ?? []).map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a selector stands on before anybody touches it: the named option, else the first. */
export function presetOf(selection: CardSelection | undefined): string {
  const options = selection?.option_list ?? [];
  const preselected = options.find(({ id }) => id === selection?.selected_id) ?? options[0];
  return preselected?.id ?? '';
}
