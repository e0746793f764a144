import {
  choiceLetters,
  type ChoiceLetter,
  type ChoiceQuestion,
  type QuizQuestion,
} from '../library/quiz-question.ts';
import { drawChoices, type Drawing } from './draw.ts';
import type { Paper } from './paper.ts';

/** A question as one person sees it, its choices shuffled. */
export interface ShownQuestion {
  /** Like the bank's, with the letters that this person sees. */
  readonly question: QuizQuestion;
  /** The bank's form of an answer given in this person's letters. Answers are kept in the bank's. */
  toBank(given: string): string;
  /** The other way round. A letter that the question no longer has is left out. */
  fromBank(kept: string): string;
}

export function showQuestion(
  question: QuizQuestion,
  paper: Pick<Paper, 'seed'>,
  drawing: Drawing,
): ShownQuestion {
  if (question.type !== 'single' && question.type !== 'multiple') return asItIs(question);
  if (speaksOfLetters(question)) return asItIs(question);

  const order = drawChoices(paper, drawing, question.id, [...question.choices.keys()]);
  const shownLetters = new Map(order.map((letter, place) => [letter, choiceLetters[place] ?? letter]));
  const bankLetters = new Map([...shownLetters].map(([letter, shown]) => [shown, letter]));
  const choices = order.map((letter): [ChoiceLetter, string] => [
    shownLetters.get(letter) ?? letter,
    question.choices.get(letter) ?? '',
  ]);
  return {
    question: {
      ...question,
      choices: new Map(choices),
      answer: question.answer.map((letter) => shownLetters.get(letter) ?? letter).toSorted(),
    },
    toBank: (given) => translated(given, bankLetters),
    fromBank: (kept) => translated(kept, shownLetters),
  };
}

function asItIs(question: QuizQuestion): ShownQuestion {
  return { question, toBank: (given) => given, fromBank: (kept) => kept };
}

/** 以上都对 has to stay where it is, and an explanation that names C has to find C. */
function speaksOfLetters({ ask, because, choices }: ChoiceQuestion): boolean {
  const texts = [...choices.values()].map((text) => text.normalize('NFKC'));
  return (
    texts.some((text) => /^(?:以上|上述|前述|都|全)/u.test(text)) ||
    [ask.normalize('NFKC'), because.normalize('NFKC'), ...texts].some((text) =>
      /(?<![A-Za-z0-9])[A-H](?![A-Za-z0-9])/u.test(text),
    )
  );
}

function translated(letters: string, names: ReadonlyMap<ChoiceLetter, ChoiceLetter>): string {
  return [...letters]
    .flatMap((letter) => names.get(letter as ChoiceLetter) ?? [])
    .toSorted()
    .join('');
}
