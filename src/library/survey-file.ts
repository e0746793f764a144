import * as z from 'zod';
import { messageText } from './content-values.ts';
import type { Checked } from './problem.ts';
import type { SurveyTemplate } from './survey-template.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** So that everything one is asked stands on one screen, and the result on another (dialogues, rule 1). */
const mostQuestions = 8;
/** A card has four buttons (dialogues, rule 5) with room for so many characters each. */
const mostChoices = 4;
const longestChoice = 5;

const choices = `choices 写 2 到 ${mostChoices} 个选项，例如：choices: [满意, 基本满意, 不满意, 不了解]`;
const questions = `questions 下面写 1 到 ${mostQuestions} 个问题，每个从“- ask: …”开始，请对照 README 里的例子。`;

const surveyValues = z.strictObject(
  {
    title: messageText('title', 'title: 机关作风满意度', 20),
    about: messageText('about', 'about: 机关工委一年来的工作', 30),
    questions: z
      .array(
        z.strictObject(
          {
            ask: messageText('ask', 'ask: 办事方便不方便', 40),
            choices: z
              .array(messageText('选项', '满意', longestChoice), { error: choices })
              .min(2, choices)
              .max(mostChoices, choices)
              .refine((words) => new Set(words).size === words.length, '两个选项是一样的，请改掉一个。'),
          },
          { error: '每个问题写 ask 和 choices 两行，请对照 README 里的例子。' },
        ),
        { error: questions },
      )
      .min(1, questions)
      .max(mostQuestions, questions),
  },
  { error: '文件里写 title、about 和 questions，请对照 README 里的例子。' },
);

/** Reads `surveys/<name>.yaml`. */
export function readSurveyFile(text: string, name: string): Checked<SurveyTemplate> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return source;
  const values = validateYaml(surveyValues, source.value);
  return values.problems === undefined ? { value: { name, ...values.value } } : values;
}
