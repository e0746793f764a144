import type { QuizQuestion } from '../library/quiz-question.ts';

/** A question as an entry of a bank file (contract §6), each line ended by `\n` and begun by `indent`. */
export function questionYaml(question: QuizQuestion, indent: string): string {
  const { id, type, ask, answer, because, source, tags, asOf, expires, replaces } = question;
  const lines = [
    `- id: ${id}`,
    `  type: ${type}`,
    `  ask: ${scalar(ask)}`,
    ...choiceLines(question),
    `  answer: ${answerText(type, answer)}`,
    `  because: ${scalar(because)}`,
    `  source: ${scalar(source)}`,
    `  tags: ${list(tags)}`,
    `  asOf: ${asOf}`,
    ...(expires === undefined ? [] : [`  expires: ${expires}`]),
    ...(replaces === undefined ? [] : [`  replaces: ${replaces}`]),
  ];
  return lines.map((line) => `${indent}${line}\n`).join('');
}

function choiceLines(question: QuizQuestion): string[] {
  if (!('choices' in question)) return [];
  return ['  choices:', ...[...question.choices].map(([letter, text]) => `    ${letter}: ${scalar(text)}`)];
}

function answerText(type: QuizQuestion['type'], answer: QuizQuestion['answer']): string {
  if (typeof answer === 'string') return answer;
  return type === 'fill' ? list(answer) : answer.join('');
}

function list(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(', ')}]`;
}

/** As it stands where that cannot be misread, else quoted; what JSON writes, YAML reads. */
function scalar(text: string): string {
  return unmistakable.test(text) ? text : JSON.stringify(text);
}

const unmistakable = /^[\p{L}\p{N}“《（][\p{L}\p{N}“”‘’《》（）〔〕【】、，。；：？！…—～·×%=+/._ -]*$/u;
