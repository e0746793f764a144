import { choiceLetters } from '../library/quiz-question.ts';
import { joinLines } from './clean-line.ts';
import type { DeclaredType, Draft, DraftChoice } from './draft.ts';
import { declaredType, unsupportedType } from './question-type.ts';

/** A question while its lines are being read. What changes it answers with what is wrong, if anything. */
export interface GrowingDraft {
  /** As far as it has grown. */
  readonly draft: Draft;
  /** As the text counts; answers at the end of a paper go by it. */
  readonly number: number;
  /** The heading it stands under; 0 before the first one. */
  readonly section: number;
  declareType(words: string): string | undefined;
  /** A choice marked `(正确答案)` is an answer. */
  addChoices(choices: readonly DraftChoice[]): void;
  /** `○ 每月`: the next letter is its own. */
  addUnlettered(text: string): void;
  /** The answer is what comes next. */
  readonly awaitsAnswer: boolean;
  setAnswer(answer: string): string | undefined;
  /** 答案： with nothing behind it. */
  awaitAnswer(): void;
  setText(part: 'because' | 'source' | 'tags', text: string): string | undefined;
  /** A line without any mark continues what was read last. */
  continueWith(text: string): string | undefined;
  /** What follows a blank line is no part of an explanation; stems and choices often stand apart. */
  endParagraph(): void;
  /** A part that is not kept has begun. */
  close(): void;
}

export interface DraftBeginning {
  readonly line: number;
  readonly number: number;
  readonly section: number;
  readonly type: DeclaredType | undefined;
  readonly ask: string;
}

export function createGrowingDraft(beginning: DraftBeginning): GrowingDraft {
  const { line, number, section, type, ask } = beginning;
  let draft: Draft = { line, ask, choices: [], ...(type === undefined ? {} : { type }) };
  let open: 'ask' | 'choices' | 'answer' | keyof typeof partNames | undefined = 'ask';

  return {
    get draft() {
      return draft;
    },
    number,
    section,

    declareType(words) {
      const declared = declaredType(words);
      if (declared === undefined || declared === 'unsupported') return unsupportedType(words);
      draft = { ...draft, type: declared };
      return undefined;
    },

    addChoices(choices) {
      const marked = choices.filter(({ text }) => rightMark.test(text)).map(({ letter }) => letter);
      const plain = choices.map(({ letter, text }) => ({ letter, text: text.replace(rightMark, '').trim() }));
      const answer = [...(draft.answer ?? ''), ...marked].join('');
      draft = {
        ...draft,
        choices: [...draft.choices, ...plain],
        ...(answer === '' ? {} : { answer }),
      };
      open = 'choices';
    },

    addUnlettered(text) {
      this.addChoices([{ letter: choiceLetters[draft.choices.length] ?? '', text }]);
    },

    get awaitsAnswer() {
      return open === 'answer';
    },

    setAnswer(answer) {
      open = undefined;
      if (draft.answer !== undefined && draft.answer !== answer) {
        return `第 ${number} 题已经有答案 ${draft.answer}，这里又写了 ${answer}，请核对。`;
      }
      draft = { ...draft, answer };
      return undefined;
    },

    awaitAnswer() {
      open = 'answer';
    },

    setText(part, text) {
      if (draft[part] !== undefined) return `这道题的${partNames[part]}写了两次，请留一个。`;
      draft = { ...draft, [part]: text };
      open = part;
      return undefined;
    },

    continueWith(text) {
      if (open === undefined) return outOfPlace;
      if (open === 'answer') return this.setAnswer(text);
      if (open === 'choices') {
        const last = draft.choices.at(-1);
        const longer = last === undefined ? [] : [{ ...last, text: joinLines(last.text, text) }];
        draft = { ...draft, choices: [...draft.choices.slice(0, -1), ...longer] };
      } else {
        draft = { ...draft, [open]: joinLines(draft[open] ?? '', text) };
      }
      return undefined;
    },

    endParagraph() {
      if (open !== undefined && open in partNames) open = undefined;
    },

    close() {
      open = undefined;
    },
  };
}

const rightMark = /\s*[(（]正确答案[)）]\s*$/u;

const partNames = { because: '解析', source: '出处', tags: '标签' } as const;

export const outOfPlace = '看不出这一行是什么。新的一题请在前面加编号，例如：3. 题干；解析请用“解析：”开头。';
