import { choiceLetters } from '../library/quiz-question.ts';

/** What a column of a workbook holds; `choices` are all choices of a question in one cell. */
export type Column =
  | 'type'
  | 'ask'
  | 'choices'
  | 'answer'
  | 'because'
  | 'source'
  | 'tags'
  | (typeof choiceLetters)[number];

/** The column that a header names; undefined for one that is not used. */
export function columnOf(header: string): Column | undefined {
  const word = header
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[(（[【].*?[)）\]】]|[\s*:：.、]/g, '');
  const letter = /^(?:(?:备?选项|选择|答案选项)([A-H])|([A-H])(?:选项)?)$/.exec(word);
  if (letter !== null) return choiceLetters.find((name) => name === (letter[1] ?? letter[2]));
  return names.find(({ pattern }) => pattern.test(word))?.column;
}

const names: readonly { readonly column: Column; readonly pattern: RegExp }[] = [
  { column: 'type', pattern: /^(?:题型|(?:题目|试题)?类型|(?:题目|试题)?类别)$/ },
  { column: 'ask', pattern: /^(?:题干|题目|试题|问题|(?:题目|试题)?题干|(?:题目|试题|问题)内容|题目题干)$/ },
  { column: 'choices', pattern: /^(?:备?选项|选项内容|全部选项|候选项)$/ },
  { column: 'answer', pattern: /^(?:正确|参考|标准|本题)?答案$/ },
  { column: 'because', pattern: /^(?:(?:答案|试题|题目)?解析|详解|解释)$/ },
  { column: 'source', pattern: /^(?:(?:题目|试题)?(?:出处|来源)|(?:法规|政策|条文|规定)?依据)$/ },
  { column: 'tags', pattern: /^(?:标签|分类)$/ },
];

export const columnNames: Readonly<Record<Exclude<Column, (typeof choiceLetters)[number]>, string>> = {
  type: '题型',
  ask: '题干',
  choices: '选项',
  answer: '答案',
  because: '解析',
  source: '出处',
  tags: '标签',
};
