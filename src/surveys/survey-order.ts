import { Refusal } from '../errors.ts';
import type { SurveyTemplate } from '../library/survey-template.ts';
import { readWindow, type DayWindow, type TypedWindow } from '../publishing/typed-window.ts';
import { quoted } from '../wording/quoted.ts';
import type { LocalDate } from '../time/local-date.ts';

/** What was typed after 发布测评, word by word. */
export interface TypedSurvey extends TypedWindow {
  readonly name: string;
  readonly audience: string;
}

export interface SurveyOrder extends DayWindow {
  readonly template: SurveyTemplate;
}

/** Throws a Refusal that says what was wrong, with an example. */
export function readSurveyOrder(
  typed: TypedSurvey,
  templates: readonly SurveyTemplate[],
  today: LocalDate,
): SurveyOrder {
  const [first] = templates;
  if (first === undefined) {
    throw new Refusal('还没有测评的题目。请运维人员在内容文件夹的 surveys 里放好，再重新启动服务。');
  }
  const wanted = typed.name.normalize('NFKC').trim();
  const template = templates.find(({ name }) => name === wanted);
  if (template === undefined) {
    const names = templates.map(({ name }) => name).join('、');
    throw new Refusal(
      `没有叫${quoted(typed.name)}的测评。现在有：${names}\n例如：发布测评 ${first.name} 全体 12-01 12-10`,
    );
  }
  const example = `例如：发布测评 ${template.name} 全体 12-01 12-10`;
  return { template, ...readWindow(typed, today, { longestAhead, example }) };
}

/** In days. Who took part is known only so long, and nobody wants to wait longer for a result. */
const longestAhead = 62;
