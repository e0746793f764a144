import { Refusal } from '../errors.ts';
import type { LocalDate } from '../time/local-date.ts';
import { drawQuestions } from './draw.ts';
import type { FindQuestion } from './marking.ts';
import type { Opening } from './opening.ts';
import type { ClosedScreen, ExplanationScreen } from './screen.ts';
import { showQuestion } from './shown-question.ts';

/** The questions of the latest try that were not right, one a page. Throws a Refusal before it is handed in. */
export function explanationOf(
  { paper, sheet }: Pick<Opening, 'paper' | 'sheet'>,
  wanted: number,
  today: LocalDate,
  find: FindQuestion,
): ExplanationScreen | ClosedScreen {
  const { number } = paper;
  if (sheet.attempt !== undefined) {
    throw new Refusal(`交卷以后才看得到解析。接着做发“测试 ${number}”，做完了发“交卷”。`);
  }
  const result = sheet.results.at(-1);
  if (result === undefined) throw new Refusal(`测试 ${number} 还没有做。开始发“测试 ${number}”。`);
  if (result.items === undefined) return { kind: 'closed', paper, why: { reason: 'forgotten' } };

  const missed = result.items.flatMap((item, index) =>
    item.mark === 'wrong' || item.mark === 'blank' ? [{ ...item, place: index + 1 }] : [],
  );
  const page = Math.min(Math.max(wanted, 1), missed.length);
  const item = missed[page - 1];
  if (item === undefined) return { kind: 'closed', paper, why: { reason: 'allRight' } };

  const drawing = { userid: sheet.userid, try: result.try };
  const question = find(drawQuestions(paper, drawing)[item.place - 1] ?? '', today);
  const shown = question && showQuestion(question, paper, drawing);
  return {
    kind: 'explanation',
    paper,
    page,
    pages: missed.length,
    place: item.place,
    mark: item.mark,
    given: shown?.fromBank(item.answer) ?? '',
    shown,
  };
}
