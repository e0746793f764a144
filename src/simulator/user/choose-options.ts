import type { ChosenOptions } from '../callbacks/callback-xml.ts';
import type { CardSelection, TemplateCard } from '../wire/template-card.ts';
import type { Choices } from './find-tap.ts';

interface Question {
  readonly key: string;
  readonly title: string;
  readonly options: readonly { id: string; text: string }[];
  /** What the card itself has chosen beforehand. */
  readonly preset: readonly string[];
  readonly several: boolean;
}

/**
 * What a submit sends along: for every question of the card the chosen options, else what the card
 * has chosen beforehand. Throws on a choice the card does not offer, and when a vote would be empty.
 */
export function chooseOptions(card: TemplateCard, choices: Choices): readonly ChosenOptions[] {
  const questions = questionsOf(card);

  const unknown = Object.keys(choices).find(
    (name) => !questions.some(({ key, title }) => key === name || title === name),
  );
  if (unknown !== undefined) throw new Error(`the card asks nothing named ${unknown}`);

  return questions.map((question) => {
    const wanted = choices[question.key] ?? choices[question.title] ?? question.preset;
    const optionIds = [wanted].flat().map((idOrText) => optionId(question, idOrText));

    if (optionIds.length === 0) throw new Error(`nothing is chosen for ${question.key}`);
    if (optionIds.length > 1 && !question.several) throw new Error(`${question.key} takes one choice`);
    return { questionKey: question.key, optionIds };
  });
}

function optionId({ key, options }: Question, idOrText: string): string {
  const option = options.find(({ id, text }) => id === idOrText || text === idOrText);
  if (option === undefined) throw new Error(`${key} offers no ${idOrText}`);
  return option.id;
}

function questionsOf(card: TemplateCard): readonly Question[] {
  switch (card.card_type) {
    case 'text_notice':
    case 'news_notice':
      return [];
    case 'button_interaction':
      return card.button_selection === undefined ? [] : [questionOf(card.button_selection)];
    case 'multiple_interaction':
      return (card.select_list ?? []).map(questionOf);
    case 'vote_interaction': {
      const { question_key: key = '', option_list: options = [], mode } = card.checkbox ?? {};
      const checked = options.filter((option) => option.is_checked === true);
      return [
        {
          key,
          title: '',
          options: options.map(({ id = '', text = '' }) => ({ id, text })),
          preset: checked.map(({ id = '' }) => id),
          several: mode === 1,
        },
      ];
    }
  }
}

/** Without a valid choice of its own a selector stands on its first option. */
function questionOf(selection: CardSelection): Question {
  const options = (selection.option_list ?? []).map(({ id = '', text = '' }) => ({ id, text }));
  const preselected = options.find(({ id }) => id === selection.selected_id) ?? options[0];

  return {
    key: selection.question_key ?? '',
    title: selection.title ?? '',
    options,
    preset: preselected === undefined ? [] : [preselected.id],
    several: false,
  };
}
