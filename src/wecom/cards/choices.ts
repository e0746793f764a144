import { misbuilt } from '../built.ts';
import { atMost } from './blocks.ts';
import { optionalText, requiredText } from './card-text.ts';
import { allDifferent, eventKey, optionId } from './identifiers.ts';

export interface Choice {
  /** Comes back when it is chosen; unique in its question. */
  readonly id: string;
  readonly text: string;
}

/** A drop-down question with 1 to 10 choices. */
export interface Selection {
  /** Comes back as the `question` of the answer; unique on the card. */
  readonly key: string;
  readonly title?: string | undefined;
  readonly choices: readonly Choice[];
  /** Id of the choice shown at first. */
  readonly chosen?: string | undefined;
}

export function selectionBlock({ key, title, choices, chosen }: Selection) {
  if (chosen !== undefined && !choices.some(({ id }) => id === chosen)) {
    misbuilt('a card', 'let the choice shown at first be one of the choices');
  }
  return {
    question_key: eventKey(key),
    title: optionalText(title, titleLimit),
    selected_id: chosen,
    option_list: choiceList(choices, { count: 10, characters: 16 }),
  };
}

export function choiceList(choices: readonly Choice[], limit: { count: number; characters: number }) {
  if (choices.length === 0) misbuilt('a card', 'give its question a choice');
  atMost(limit.count, choices, 'choices a question');
  allDifferent(choices.map(({ id }) => id));
  return choices.map(({ id, text }) => ({
    id: optionId(id),
    text: requiredText(text, limit.characters, 'choice'),
  }));
}

/** The button under a question. */
export interface SubmitButton {
  readonly text: string;
  readonly key: string;
}

export function submitBlock({ text, key }: SubmitButton) {
  return { text: requiredText(text, 10, 'submit button'), key: eventKey(key) };
}

/** Not stated by the protocol reference; a question of one line. */
const titleLimit = 36;
