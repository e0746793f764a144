import type { Answer } from '../chat/answer.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { rightAnswer } from '../quiz/quiz-cards.ts';
import type { ExplanationScreen } from './screen.ts';

/** One question that was not right, with the answer and its source: a card, or a text where that is too small. */
export function explanationAnswer(screen: ExplanationScreen): Answer {
  const { paper, page, pages, place, given, shown } = screen;
  const title = `解析 ${page}/${pages} · 第 ${place} 题`;
  const nextLine = `测试 ${paper.number} 解析 ${page + 1}`;
  const buttons = page < pages ? [{ label: '下一道', line: nextLine }] : [];
  if (shown === undefined) {
    return { card: { title, body: '这道题已经不在题库里了，不再显示。', buttons } };
  }

  const { question } = shown;
  const said = given === '' ? '没有答' : givenWords(question, given);
  const right = rightAnswer(question).trim();
  const body = `${question.ask}\n${question.because}`;
  const fits =
    [...body].length <= cardBody &&
    [said, right, question.source].every((text) => [...text].length <= cardValue);
  if (fits && buttons.length > 0) {
    const facts = [
      { label: '您答', value: said },
      { label: '答案', value: right },
      { label: '依据', value: question.source },
    ];
    const card = { title, body, facts, buttons };
    // The first page was asked for on the result's card, which stays; the others are leafed through.
    return page === 1 ? { card } : { card, caption: card };
  }
  const text = [
    title,
    question.ask,
    `您答：${said}`,
    `答案：${right}`,
    question.because,
    `依据：${question.source}`,
    page < pages ? `下一道发“${nextLine}”。` : `看成绩发“测试 ${paper.number} 结果”。`,
  ].join('\n');
  return page === 1 ? text : { text, closing: '下一道见下面' };
}

/** Characters that a card shows as its text and as a value (protocol §4.3). */
const cardBody = 160;
const cardValue = 30;

function givenWords(question: QuizQuestion, given: string): string {
  if (question.type !== 'single' && question.type !== 'multiple') return given;
  const said = [...question.choices].filter(([letter]) => given.includes(letter));
  return said.map(([letter, text]) => `${letter}. ${text}`).join('；');
}
