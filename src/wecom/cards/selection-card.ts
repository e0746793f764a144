import { built, misbuilt } from '../built.ts';
import { atMost, colourlessSource, type Source } from './blocks.ts';
import { optionalText, requiredText } from './card-text.ts';
import { selectionBlock, submitBlock, type Selection, type SubmitButton } from './choices.ts';
import { allDifferent, taskId } from './identifiers.ts';

/** One to three drop-down questions and a button to send the answers. */
export interface SelectionCardParts {
  /** Unique in the app for ever; comes back with the answers. */
  readonly taskId: string;
  /** At most 36 characters. */
  readonly title: string;
  /** At most 160 characters. */
  readonly note?: string | undefined;
  readonly selections: readonly Selection[];
  readonly submit: SubmitButton;
  readonly source?: Omit<Source, 'colour'> | undefined;
}

/** Builds a `multiple_interaction` (protocol §4.3). Texts are cut to fit; a Fault for what cannot be cut. */
export function selectionCard(parts: SelectionCardParts) {
  if (parts.selections.length === 0) misbuilt('a selection card', 'give it a question');
  atMost(3, parts.selections, 'questions');
  allDifferent(parts.selections.map(({ key }) => key));

  return built({
    card_type: 'multiple_interaction' as const,
    source: parts.source && colourlessSource(parts.source),
    main_title: { title: requiredText(parts.title, 36, 'title'), desc: optionalText(parts.note, 160) },
    task_id: taskId(parts.taskId),
    select_list: parts.selections.map(selectionBlock),
    submit_button: submitBlock(parts.submit),
  });
}
