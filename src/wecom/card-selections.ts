import type { XmlDocument, XmlElement } from './document.ts';

/** What was chosen in one question of a card. */
export interface CardSelection {
  /** The `key` the question was sent with. */
  readonly question: string;
  /** Ids of the chosen options; several where the card allows several. */
  readonly options: readonly string[];
}

/** Reads the `SelectedItems` of a card event (protocol §2.3); plain buttons have none. */
export function readSelections({ nested }: XmlDocument): readonly CardSelection[] {
  const items = nested.filter(({ name }) => name === 'SelectedItems');
  return below(items, 'SelectedItem').map((item) => ({
    question: below([item], 'QuestionKey')[0]?.text ?? '',
    options: below(below([item], 'OptionIds'), 'OptionId').map(({ text }) => text),
  }));
}

function below(parents: readonly XmlElement[], name: string): readonly XmlElement[] {
  return parents.flatMap(({ children }) => children.filter((child) => child.name === name));
}
