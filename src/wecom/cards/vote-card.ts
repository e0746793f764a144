import { built, misbuilt } from '../built.ts';
import { colourlessSource, type Source } from './blocks.ts';
import { optionalText, requiredText } from './card-text.ts';
import { choiceList, submitBlock, type Choice, type SubmitButton } from './choices.ts';
import { eventKey, taskId } from './identifiers.ts';

/** A question with 1 to 20 choices to tick and a button to send the answer. */
export interface VoteCardParts {
  /** Unique in the app for ever; comes back with the answer. */
  readonly taskId: string;
  /** At most 16 characters. */
  readonly title: string;
  /** At most 160 characters. */
  readonly note?: string | undefined;
  /** Comes back as the `question` of the answer. */
  readonly key: string;
  readonly mode: 'one' | 'several';
  /** Texts of at most `voteChoiceLimit` characters. */
  readonly choices: readonly Choice[];
  /** Ids ticked at first. */
  readonly ticked?: readonly string[] | undefined;
  readonly submit: SubmitButton;
  readonly source?: Omit<Source, 'colour'> | undefined;
}

/** More characters of a choice are cut (protocol §4.3). */
export const voteChoiceLimit = 17;

/** Builds a `vote_interaction` (protocol §4.3). Texts are cut to fit; a Fault for what cannot be cut. */
export function voteCard(parts: VoteCardParts) {
  const { choices, mode, ticked = [] } = parts;
  if (!ticked.every((tick) => choices.some(({ id }) => id === tick))) {
    misbuilt('a vote card', 'tick only choices it has');
  }
  if (mode === 'one' && ticked.length > 1) {
    misbuilt('a vote card', 'tick at most one where one may be chosen');
  }

  return built({
    card_type: 'vote_interaction' as const,
    source: parts.source && colourlessSource(parts.source),
    main_title: { title: requiredText(parts.title, 16, 'title'), desc: optionalText(parts.note, 160) },
    task_id: taskId(parts.taskId),
    checkbox: {
      question_key: eventKey(parts.key),
      mode: mode === 'one' ? (0 as const) : (1 as const),
      option_list: choiceList(choices, { count: 20, characters: voteChoiceLimit }).map((choice) => ({
        ...choice,
        is_checked: ticked.includes(choice.id),
      })),
    },
    submit_button: submitBlock(parts.submit),
  });
}
