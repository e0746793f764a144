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
  const { letter, lone, place } = choiceColumn.exec(word)?.groups ?? {};
  if (place !== undefined) return choiceLetters[Number(place) - 1];
  if (letter !== undefined || lone !== undefined) {
    return choiceLetters.find((name) => name === (letter ?? lone));
  }
  return names.find(({ pattern }) => pattern.test(word))?.column;
}

/** `选项A`, `A选项`, `A`, `选项1` */
const choiceColumn =
  /^(?:(?:备?选项|选择|(?:答案|试题|题目)选项)(?:(?<letter>[A-H])|(?<place>[1-8]))|(?<lone>[A-H])(?:选项)?)$/;

const names: readonly { readonly column: Column; readonly pattern: RegExp }[] = [
  { column: 'type', pattern: /^(?:题型|(?:题目|试题)?类型|(?:题目|试题)?类别)$/ },
  {
    column: 'ask',
    pattern: /^(?:题干|题目|试题|问题|(?:题目|试题)题干|(?:题目|试题|问题|题干)内容|(?:题目|试题)名称)$/,
  },
  { column: 'choices', pattern: /^(?:(?:试题|题目|全部|备)?选项(?:内容)?|候选项|备选答案)$/ },
  { column: 'answer', pattern: /^(?:(?:正确|参考|标准|本题|试题|题目)?答案|正确选项|答案选项)$/ },
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
