import * as z from 'zod';
import { date, identifier, messageText, tag, whenDates } from './content-values.ts';

/** With the choices, a question of this length still fits a card and one screen of a phone. */
export const longestAsk = 120;
/** The explanation stands in one answer with the verdict and the source. */
export const longestBecause = 160;
export const longestSource = 80;

const tags = 'tags 要写在方括号里，至少一个，例如：tags: [换届, 党费]';

/** The lines of a question, exactly as contract §6 lists them; `readQuizAnswer` reads what is unknown here. */
export const quizValues = z
  .strictObject(
    {
      id: identifier('id', 'id: q01'),
      type: z.unknown().optional(),
      ask: messageText('ask', 'ask: 党支部党员大会一般多久开一次？', longestAsk),
      choices: z.unknown().optional(),
      answer: z.unknown().optional(),
      because: messageText('because', 'because: 党员大会一般每季度召开一次。', longestBecause),
      source: messageText('source', 'source: 支部工作条例（试行）第十一条', longestSource),
      tags: z.array(tag, { error: tags }).min(1, tags),
      asOf: date('asOf'),
      expires: date('expires').optional(),
      replaces: identifier('replaces', 'replaces: q01').optional(),
    },
    { error: '每道题从“- id: …”开始，下面每行一项，请对照 README 里的例子。' },
  )
  .refine(({ asOf, expires }) => expires === undefined || expires >= asOf, {
    path: ['expires'],
    when: whenDates('asOf', 'expires'),
    error: 'expires（最后一天）比 asOf（核对那天）还早，请核对。',
  });
