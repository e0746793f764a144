import { readAnswerList, type ListedAnswer } from './answer-list.ts';
import { judgementOf, lettersOf } from './answer-words.ts';
import type { DeclaredType, DraftChoice } from './draft.ts';
import { declaredType } from './question-type.ts';
import { readHeading } from './read-heading.ts';
import { splitChoices } from './split-choices.ts';
import { splitLabels, type Label } from './split-labels.ts';

/** What a line of a question bank can be, as far as the line alone tells. */
export type LinePart =
  /** `一、单选题` */
  | {
      readonly kind: 'heading';
      readonly type: DeclaredType | 'unsupported';
      /** `[单选题]`: what follows may be a question without a number. */
      readonly isInBrackets: boolean;
    }
  /** `二、党费`: a title, or the middle of a long stem. */
  | { readonly kind: 'title'; readonly text: string }
  /** `1-5 BACDA` */
  | { readonly kind: 'list'; readonly answers: readonly ListedAnswer[] }
  | { readonly kind: 'wrongList'; readonly what: string }
  /** `1. …` */
  | { readonly kind: 'stem'; readonly number: number; readonly text: string }
  /** The number in `1.【答案】B`. */
  | { readonly kind: 'reference'; readonly number: number }
  /** `A. … B. …`, and the whole text in case they are no choices. */
  | {
      readonly kind: 'choices';
      readonly before: string;
      readonly choices: readonly DraftChoice[];
      readonly text: string;
    }
  /** `○ 每月`: a choice without its letter, as questionnaires have them. */
  | { readonly kind: 'unlettered'; readonly text: string }
  /** `答案：B`, `解析：…`; the text of an answer may follow on the next line. */
  | { readonly kind: 'labelled'; readonly label: Label; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** `line` without marks and blanks at its ends. */
export function partsOf(line: string): LinePart[] {
  const heading = readHeading(line);
  if (heading !== undefined) {
    if (heading.type === undefined) return [{ kind: 'title', text: line }];
    const isInBrackets = /^[【[]/u.test(line);
    return [
      { kind: 'heading', type: heading.type, isInBrackets },
      ...(heading.rest === '' ? [] : partsOf(heading.rest)),
    ];
  }

  const parts = splitLabels(line);
  return parts.flatMap(({ label, text }): LinePart[] => {
    if (label === undefined) return text === '' ? [] : [unlabelled(text, parts.length > 1)];
    const list = label === 'answer' ? listed(text) : undefined;
    return [list ?? { kind: 'labelled', label, text }];
  });
}

function unlabelled(text: string, hasLabelBehind: boolean): LinePart {
  const list = listed(text);
  if (list !== undefined) return list;

  const numbered = stem.exec(numberFirst(text));
  if (numbered !== null) {
    const [, ofQuestion, inBrackets, plain, words = ''] = numbered;
    const number = Number((ofQuestion ?? inBrackets ?? plain ?? '').normalize('NFKC'));
    if (words === '' && hasLabelBehind) return { kind: 'reference', number };
    return { kind: 'stem', number, text: words };
  }

  const unlettered = bullet.exec(text)?.[1];
  if (unlettered !== undefined) return { kind: 'unlettered', text: unlettered };
  const { before, choices } = splitChoices(text);
  return choices.length > 0 ? { kind: 'choices', before, choices, text } : { kind: 'text', text };
}

/** `（ B ）1. 题干` and `[单选题]1. 题干` as `1. 题干（ B ）` and `1. [单选题]题干`. */
function numberFirst(text: string): string {
  const [, brackets = '', content = '', number = '', words = ''] = bracketsFirst.exec(text) ?? [];
  if (number === '') return text;
  if (content === '') return `${number}${words}`;
  if (declaredType(content) !== undefined) return `${number}${brackets}${words}`;
  const isAnswer = judgementOf(content) !== undefined || lettersOf(content) !== undefined;
  return isAnswer ? `${number}${words}${brackets}` : text;
}

const bracketsFirst =
  /^([(（【[]\s*([^()（）【】[\]]{0,8}?)\s*[)）】\]])\s*([\d０-９]{1,4}\s*[.．、:：])(?!\d)\s*(.+)$/u;

function listed(text: string): LinePart | undefined {
  const list = readAnswerList(text);
  if (list === undefined) return undefined;
  return 'wrong' in list ? { kind: 'wrongList', what: list.wrong } : { kind: 'list', answers: list };
}

const bullet = /^[○◯〇●◎□■☐☑◇◆]\s*(\S.*)$/u;

/** `第1题`, `（1）`, `1.` `1、` `1．`; not `3.5` or `10:30`. */
const stem =
  /^(?:第\s*([\d０-９]{1,4})\s*题[.．、:：]?|[(（【[]\s*([\d０-９]{1,3})\s*[)）】\]][.．、]?|([\d０-９]{1,4})\s*(?:[.．:：](?![\d０-９])|[、)）]))\s*(.*)$/u;
