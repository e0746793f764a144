import { messageText } from '../library/content-values.ts';
import { errorAt, type Checked } from '../library/problem.ts';
import { longestFill, type QuizAnswer } from '../library/quiz-answer.ts';
import { acceptedTexts, judgementOf, lettersOf } from './answer-words.ts';
import { countBlanks, withoutBrackets, withoutEmptyEnd, withPlainBlanks, withWideBrackets } from './blank.ts';
import { readDraftChoices } from './draft-choices.ts';
import { draftType } from './draft-type.ts';
import type { Draft } from './draft.ts';
import { countFilledBlanks, takeStemAnswer } from './stem-answer.ts';

/** What a draft asks, and what is right. */
export interface DraftAnswer {
  /** The stem without an answer in it. */
  readonly ask: string;
  readonly answer: QuizAnswer;
}

/** Finds out of what type a question is and reads its answer, from below the stem or from within it. */
export function readDraftAnswer(draft: Draft): Checked<DraftAnswer> {
  const inStem = takeStemAnswer(draft);
  const words = draft.answer ?? inStem.answer;
  if (words === undefined || words === '') {
    const blanks = countFilledBlanks(draft);
    return wrong(draft, blanks > 1 ? tooManyBlanks(blanks) : '缺少答案，例如：答案：B');
  }
  if (inStem.answer !== undefined && inStem.answer !== words && !isSame(inStem.answer, words)) {
    return wrong(draft, `题干里的答案是 ${inStem.answer}，后面写的是 ${words}，请核对。`);
  }

  const { ask } = inStem;
  const type = draftType({ ...draft, ask }, words);
  switch (type) {
    case 'single':
    case 'multiple': {
      const answer = readDraftChoices(draft, type, words);
      if (answer.problems !== undefined) return answer;
      return { value: { ask: withWideBrackets(withoutEmptyEnd(ask)), answer: answer.value } };
    }
    case 'judge':
      return readJudgement(draft, ask, words);
    case 'fill':
      return readBlank(draft, ask, words);
    case undefined:
      return wrong(draft, '看不出题型：没有选项，题干里没有空（____），答案也不是对或者错。');
  }
}

function readJudgement(draft: Draft, ask: string, words: string): Checked<DraftAnswer> {
  const chosen = draft.choices.find(({ letter }) => letter === words.trim().toUpperCase());
  const answer = judgementOf(chosen?.text ?? words);
  if (answer === undefined) return wrong(draft, `判断题的答案要写对或者错，写的是“${words}”。`);
  return { value: { ask: withoutBrackets(ask), answer: { type: 'judge', answer } } };
}

function readBlank(draft: Draft, ask: string, words: string): Checked<DraftAnswer> {
  const blanks = countBlanks(ask);
  if (blanks > 1) return wrong(draft, tooManyBlanks(blanks));

  const [first, ...others] = acceptedTexts(words);
  if (first === undefined) return wrong(draft, '缺少答案，例如：答案：三年；3年');
  const problems = [first, ...others]
    .flatMap((text) => accepted.safeParse(text).error?.issues ?? [])
    .map(({ message }) => errorAt(draft.line, message));
  if (problems.length > 0) return { problems };
  return { value: { ask: withPlainBlanks(ask), answer: { type: 'fill', answer: [first, ...others] } } };
}

const accepted = messageText('答案', '答案：三年；3年', longestFill).regex(
  /[\p{L}\p{N}]/u,
  '填空题的答案里要有文字或数字，例如：答案：三年；3年',
);

function tooManyBlanks(count: number): string {
  return `填空题只能有一个空，这里有 ${count} 个，请拆成几道题。`;
}

function isSame(one: string, other: string): boolean {
  const judgement = judgementOf(one);
  if (judgement !== undefined && judgement === judgementOf(other)) return true;
  const letters = lettersOf(one)?.toSorted().join('');
  return letters !== undefined && letters === lettersOf(other)?.toSorted().join('');
}

function wrong({ line }: Draft, what: string): Checked<never> {
  return { problems: [errorAt(line, what)] };
}
