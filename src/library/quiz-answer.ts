import * as z from 'zod';
import { messageText } from './content-values.ts';
import { errorAt, type Checked, type ProblemInFile } from './problem.ts';
import { readQuizChoices } from './quiz-choices.ts';
import {
  choiceLetters,
  quizTypes,
  type ChoiceLetter,
  type ChoiceQuestion,
  type FillQuestion,
  type JudgeQuestion,
} from './quiz-question.ts';
import { mapOf, type YamlSource } from './yaml-source.ts';

/** What can be answered, and the right answer. */
export type QuizAnswer =
  | Pick<ChoiceQuestion, 'type' | 'choices' | 'answer'>
  | Pick<JudgeQuestion, 'type' | 'answer'>
  | Pick<FillQuestion, 'type' | 'answer'>;

/** Nobody types more, and `readAnswer` of the quiz takes no more for an answer. */
export const longestFill = 30;

/** Reads `type`, `choices` and `answer` of a question, which mean something only together. */
export function readQuizAnswer(source: YamlSource): Checked<QuizAnswer> {
  const { type } = mapOf(source);
  const known = quizTypes.find((name) => name === type);
  switch (known) {
    case 'single':
    case 'multiple':
      return readChoiceAnswer(known, source);
    case 'judge':
      return readJudgeAnswer(source);
    case 'fill':
      return readFillAnswer(source);
    case undefined:
      return { problems: [errorAt(source.lineOf(['type']), unknownType)] };
  }
}

const unknownType =
  'type 要写 single（单选）、multiple（多选）、judge（判断）或 fill（填空），例如：type: single';

function readChoiceAnswer(type: 'single' | 'multiple', source: YamlSource): Checked<QuizAnswer> {
  const choices = readQuizChoices(source);
  const letters = readLetters(type, source);
  const missing =
    choices.problems === undefined && letters.problems === undefined
      ? letters.value.filter((letter) => !choices.value.has(letter))
      : [];
  const problems = [
    ...(choices.problems ?? []),
    ...(letters.problems ?? []),
    ...missing.map((letter) =>
      errorAt(source.lineOf(['answer']), `答案 ${letter} 不在选项里，请核对 answer 和 choices。`),
    ),
  ];
  if (choices.problems !== undefined || letters.problems !== undefined || problems.length > 0) {
    return { problems };
  }
  return { value: { type, choices: choices.value, answer: letters.value } };
}

function readLetters(type: 'single' | 'multiple', source: YamlSource): Checked<ChoiceLetter[]> {
  const { answer } = mapOf(source);
  const wrong = (what: string) => ({ problems: [errorAt(source.lineOf(['answer']), what)] });
  const example = type === 'single' ? 'answer: B' : 'answer: ACD';
  if (answer === undefined) return wrong(`缺少 answer，例如：${example}`);
  if (typeof answer !== 'string' || !/^[A-H]+$/.test(answer.trim())) {
    return wrong(`answer 只写选项的大写字母，连着写，例如：${example}`);
  }

  const letters = Array.from(answer.trim());
  const repeated = letters.find((letter, index) => letters.indexOf(letter) !== index);
  if (repeated !== undefined) return wrong(`答案里 ${repeated} 写了两次。`);
  if (type === 'single' && letters.length > 1) {
    return wrong(`单选题只能有一个答案，写的是 ${answer.trim()}。有几个答案的，把 type 改成 multiple。`);
  }
  if (type === 'multiple' && letters.length < 2) {
    return wrong('多选题至少有两个答案。只有一个答案的，把 type 改成 single。');
  }
  return { value: choiceLetters.filter((letter) => letters.includes(letter)) };
}

function readJudgeAnswer(source: YamlSource): Checked<QuizAnswer> {
  const { answer } = mapOf(source);
  const problems = choicesNotWanted('判断题', source);
  const given = typeof answer === 'string' ? answer.trim() : answer;
  if (given !== '对' && given !== '错') {
    const what =
      given === undefined ? '缺少 answer，例如：answer: 对' : '判断题的 answer 只能写 对 或者 错。';
    return { problems: [...problems, errorAt(source.lineOf(['answer']), what)] };
  }
  return problems.length > 0 ? { problems } : { value: { type: 'judge', answer: given } };
}

const accepted = z
  .array(
    messageText('填空的答案', 'answer: [三年, 3年]', longestFill).regex(
      /[\p{L}\p{N}]/u,
      '填空的答案里要有文字或数字，例如：answer: [三年, 3年]',
    ),
    { error: '填空题的 answer 写成列表，答案的每一种写法一个，例如：answer: [三年, 3年]' },
  )
  .min(1, '缺少 answer，例如：answer: [三年, 3年]');

function readFillAnswer(source: YamlSource): Checked<QuizAnswer> {
  const { answer } = mapOf(source);
  const problems = choicesNotWanted('填空题', source);
  if (answer === undefined) {
    return { problems: [...problems, errorAt(source.lineOf([]), '缺少 answer，例如：answer: [三年, 3年]')] };
  }

  const texts = accepted.safeParse(answer);
  problems.push(
    ...(texts.error?.issues ?? []).map(({ path, message }) =>
      errorAt(source.lineOf(['answer', ...path]), message),
    ),
  );
  const [first, ...others] = new Set(texts.data);
  if (texts.data !== undefined && others.length + 1 < texts.data.length) {
    problems.push(errorAt(source.lineOf(['answer']), 'answer 里有两个写法一样，请去掉一个。'));
  }
  if (first === undefined || problems.length > 0) return { problems };
  return { value: { type: 'fill', answer: [first, ...others] } };
}

function choicesNotWanted(name: string, source: YamlSource): ProblemInFile[] {
  if (mapOf(source).choices === undefined) return [];
  return [errorAt(source.lineOf(['choices']), `${name}不写 choices，请去掉。`)];
}
