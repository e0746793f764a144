import type { NoticeQuestion } from './notice-question.ts';

/** The questions of a notice with what can be answered: `问 1：能参加吗？能/不能`, `问 2：几个人来（打字回答）`. */
export function questionLines(questions: readonly NoticeQuestion[]): readonly string[] {
  return questions.map(({ ask, choices }, index) => {
    const gap = /[?？]$/u.test(ask) ? '' : ' ';
    const answers = choices.length === 0 ? '（打字回答）' : `${gap}${choices.join('/')}`;
    return `问 ${index + 1}：${ask}${answers}`;
  });
}
