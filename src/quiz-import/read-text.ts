import { adviceAt, errorAt, type ProblemInFile } from '../library/problem.ts';
import type { ListedAnswer } from './answer-list.ts';
import { hasBlank } from './blank.ts';
import { cleanLine, joinLines, withoutMarkdown } from './clean-line.ts';
import type { Draft, Page } from './draft.ts';
import { partsOf, type LinePart } from './line-parts.ts';
import { declaredType, supportedTypes, takeInlineType } from './question-type.ts';
import { splitChoices } from './split-choices.ts';
import type { Label } from './split-labels.ts';
import { createTextQuestions, type GrowingDraft } from './text-questions.ts';

/**
 * Reads pasted questions in the forms that Chinese banks come in: numbered stems, choices on one or on
 * several lines, 答案 and 解析 below, in the brackets of the stem, or in a list at the end. Nothing is
 * passed over in silence: a line that has no place is an error, or named as not used.
 */
export function readText(text: string): Page {
  const questions = createTextQuestions();
  const problems: ProblemInFile[] = [];
  const unused: number[] = [];
  let current: GrowingDraft | undefined;
  /** What a line without any mark continues. */
  let open: 'ask' | 'choice' | 'answer' | keyof typeof wordsOf | undefined;
  /** Answers are being listed, so that a number may stand before the answer of a blank. */
  let listing = false;

  text.split('\n').forEach((raw, index) => {
    const line = cleanLine(withoutMarkdown(cleanLine(raw)));
    if (line === '') endParagraph();
    else for (const part of partsOf(line)) take(part, index + 1);
  });
  if (unused.length > 0) {
    problems.push(adviceAt(unused[0] ?? 1, `第 ${unused.join('、')} 行不是题目，没有用到。`));
  }
  return { drafts: questions.all.map(finished), problems };

  function take(part: LinePart, line: number): void {
    switch (part.kind) {
      case 'heading':
        beginSection(part.type, line);
        break;
      case 'title':
        // In the middle of a question it is a wrapped line.
        if (current !== undefined && current.answer === undefined) continueOpen(part.text, line);
        else beginTitle(line);
        break;
      case 'list':
        takeList(part.answers, line);
        break;
      case 'wrongList':
        problems.push(errorAt(line, part.what));
        break;
      case 'stem':
        if (!takeListedText(part)) beginQuestion(part, line);
        break;
      case 'reference':
        current = answered(part.number, line);
        open = undefined;
        break;
      case 'choices':
        takeChoices(part, line);
        break;
      case 'labelled':
        takeLabelled(part.label, part.text, line);
        break;
      case 'text':
        continueOpen(part.text, line);
    }
  }

  /** What follows a blank line is no part of an explanation; stems and choices often stand apart. */
  function endParagraph(): void {
    if (open !== undefined && open in wordsOf) open = undefined;
  }

  function beginSection(type: Extract<LinePart, { kind: 'heading' }>['type'], line: number): void {
    current = undefined;
    questions.begin(type === 'unsupported' ? undefined : type);
    if (type !== 'unsupported') return;
    problems.push(errorAt(line, `这一类题不能导入，请删去这一部分。可以导入的有${supportedTypes}。`));
  }

  function beginTitle(line: number): void {
    current = undefined;
    questions.begin(undefined);
    unused.push(line);
  }

  function beginQuestion({ number, text }: Extract<LinePart, { kind: 'stem' }>, line: number): void {
    listing = false;
    current = questions.add(line, number);
    const inline = takeInlineType(text);
    if (inline.type !== undefined) setType(current, inline.type, line);
    const { before, choices } = splitChoices(inline.text);
    if (choices.length > 1 && before !== '') {
      current.ask = before;
      current.choices = choices.map((choice) => ({ ...choice }));
      open = 'choice';
    } else {
      current.ask = inline.text;
      open = 'ask';
    }
  }

  function takeChoices(part: Extract<LinePart, { kind: 'choices' }>, line: number): void {
    if (current === undefined || current.answer !== undefined) {
      continueOpen(part.text, line);
      return;
    }
    if (part.before !== '') continueOpen(part.before, line);
    current.choices.push(...part.choices.map((choice) => ({ ...choice })));
    open = 'choice';
  }

  function takeLabelled(label: Label, text: string, line: number): void {
    if (label === 'answer' && text === '') {
      // 参考答案 above a list, or the answer stands on the next line.
      questions.beginAnswers();
      listing = true;
      open = 'answer';
    } else if (current === undefined) {
      unused.push(line);
    } else if (label === 'answer') {
      setAnswer(current, text, line);
      open = undefined;
    } else if (label === 'type') {
      setType(current, text, line);
    } else if (label === 'ignored') {
      open = undefined;
    } else if (current[label] === undefined) {
      current[label] = text;
      open = label;
    } else {
      problems.push(errorAt(line, `这道题的${wordsOf[label]}写了两次，请留一个。`));
    }
  }

  function takeList(answers: readonly ListedAnswer[], line: number): void {
    listing = true;
    open = undefined;
    current = undefined;
    for (const { number, answer } of answers) {
      const draft = answered(number, line);
      if (draft !== undefined) setAnswer(draft, answer, line);
      // `1. B 解析：…`
      if (answers.length === 1) current = draft;
    }
  }

  /** `11. 三年` in a list of answers: of a question with a blank, not a new one. */
  function takeListedText({ number, text }: Extract<LinePart, { kind: 'stem' }>): boolean {
    const draft = listing ? questions.numbered(number) : 'none';
    if (typeof draft === 'string' || draft.answer !== undefined) return false;
    if (draft.choices.length > 0 || !(draft.type === 'fill' || hasBlank(draft.ask))) return false;

    draft.answer = text;
    current = draft;
    open = undefined;
    return true;
  }

  function answered(number: number, line: number): GrowingDraft | undefined {
    const draft = questions.numbered(number);
    if (typeof draft !== 'string') return draft;
    problems.push(errorAt(line, draft === 'none' ? noSuchNumber(number) : severalNumbers(number)));
    return undefined;
  }

  function continueOpen(text: string, line: number): void {
    if (current === undefined) {
      unused.push(line);
    } else if (open === 'answer') {
      setAnswer(current, text, line);
      open = undefined;
    } else if (open === 'choice') {
      const last = current.choices.at(-1);
      if (last !== undefined) last.text = joinLines(last.text, text);
    } else if (open !== undefined) {
      current[open] = joinLines(current[open] ?? '', text);
    } else {
      problems.push(errorAt(line, outOfPlace));
    }
  }

  function setAnswer(draft: GrowingDraft, answer: string, line: number): void {
    if (draft.answer === undefined || draft.answer === answer) {
      draft.answer = answer;
      return;
    }
    const what = `第 ${draft.number} 题已经有答案 ${draft.answer}，这里又写了 ${answer}，请核对。`;
    problems.push(errorAt(line, what));
  }

  function setType(draft: GrowingDraft, words: string, line: number): void {
    const type = declaredType(words);
    if (type !== undefined && type !== 'unsupported') draft.type = type;
    else problems.push(errorAt(line, `题型“${words}”不能导入，可以写${supportedTypes}。`));
  }
}

const wordsOf = { because: '解析', source: '出处', tags: '标签' } as const;

const outOfPlace = '看不出这一行是什么。新的一题请在前面加编号，例如：3. 题干；解析请用“解析：”开头。';

function noSuchNumber(number: number): string {
  return `答案里有第 ${number} 题，前面没有这个编号的题。`;
}

function severalNumbers(number: number): string {
  return `第 ${number} 题有好几道，分不清是哪一道的答案。请在答案上面写明题型，例如：一、单选题答案`;
}

function finished({ number: _number, section: _section, ...draft }: GrowingDraft): Draft {
  return draft;
}
