import { errorAt, type ProblemInFile } from '../library/problem.ts';
import { hasBlank } from './blank.ts';
import { cleanLine, withoutMarkdown } from './clean-line.ts';
import type { Page } from './draft.ts';
import { finishedPage } from './finished-page.ts';
import { outOfPlace, type GrowingDraft } from './growing-draft.ts';
import { partsOf, type LinePart } from './line-parts.ts';
import { listedTexts } from './listed-texts.ts';
import { plainStem } from './plain-stem.ts';
import { supportedTypes, takeInlineType } from './question-type.ts';
import { splitChoices } from './split-choices.ts';
import { createTextQuestions } from './text-questions.ts';

type Part<Kind extends LinePart['kind']> = Extract<LinePart, { kind: Kind }>;

/**
 * Reads pasted questions in the forms that Chinese banks come in: numbered stems, choices on one or on
 * several lines, 答案 and 解析 below, in the brackets of the stem, or in a list at the end. Nothing is
 * passed over in silence: a line that has no place is an error, or named as not used.
 */
export function readText(whole: string): Page {
  const questions = createTextQuestions();
  const problems: ProblemInFile[] = [];
  const unused = new Set<number>();
  let current: GrowingDraft | undefined;
  /** A title and remarks may stand before the first question or heading. */
  let hasBegun = false;
  /** Answers are being listed, so that a number may stand before the answer of a blank. */
  let isListing = false;
  /** Behind `[单选题]`, where a question needs no number. */
  let mayBeStem = false;
  /** Below a heading of a kind that is not imported. */
  let isSkipping = false;

  whole.split('\n').forEach((raw, index) => {
    const line = cleanLine(withoutMarkdown(cleanLine(raw)));
    if (line === '') current?.endParagraph();
    else if (line.length > longestLine) note(index + 1, `这一行有 ${line.length} 个字，太长了，请分行。`);
    else for (const part of partsOf(line)) take(part, index + 1);
  });
  return finishedPage({ questions: questions.all, problems, unused });

  function take(part: LinePart, line: number): void {
    const endsSection = part.kind === 'heading' || part.kind === 'title' || isAnswersBegin(part);
    if (isSkipping && !endsSection) return;
    isSkipping = false;
    switch (part.kind) {
      case 'heading':
        beginSection(part, line);
        break;
      case 'title':
        takeTitle(part, line);
        break;
      case 'list':
        takeList(part, line);
        break;
      case 'wrongList':
        note(line, part.what);
        break;
      case 'stem':
        if (!takeListedTexts(`${part.number}. ${part.text}`)) beginQuestion(part, line);
        break;
      case 'reference':
        current = questionFor(part.number, line);
        current?.close();
        break;
      case 'choices':
        takeChoices(part, line);
        break;
      case 'unlettered':
        if (current === undefined) takeWords(part.text, line);
        else current.addUnlettered(part.text);
        break;
      case 'labelled':
        takeLabelled(part, line);
        break;
      case 'text':
        if (!takeListedTexts(part.text)) takeWords(part.text, line);
    }
  }

  function note(line: number, what: string | undefined): void {
    if (what !== undefined) problems.push(errorAt(line, what));
  }

  function beginSection({ type, isInBrackets }: Part<'heading'>, line: number): void {
    hasBegun = true;
    current = undefined;
    mayBeStem = isInBrackets;
    questions.begin(type === 'unsupported' ? undefined : type);
    isSkipping = type === 'unsupported';
    if (!isSkipping) return;
    note(line, `这一类题不能导入，请删去这一部分。可以导入的有${supportedTypes}。`);
  }

  function takeTitle({ text }: Part<'title'>, line: number): void {
    if (current !== undefined && current.draft.answer === undefined) {
      // In the middle of a question it is a wrapped line.
      note(line, current.continueWith(text));
      return;
    }
    current = undefined;
    questions.begin(undefined);
    unused.add(line);
  }

  function beginQuestion({ number, text: words }: Part<'stem'>, line: number): void {
    hasBegun = true;
    isListing = false;
    mayBeStem = false;
    const { type, text: stem } = takeInlineType(plainStem(words));
    const { before, choices } = splitChoices(stem);
    const hasChoices = choices.length > 1 && before !== '';
    current = questions.add(line, number, hasChoices ? before : stem);
    if (hasChoices) current.addChoices(choices);
    if (type !== undefined) note(line, current.declareType(type));
  }

  function takeChoices({ before, choices, text }: Part<'choices'>, line: number): void {
    if (current === undefined || current.draft.answer !== undefined) {
      takeWords(text, line);
      return;
    }
    if (before !== '') note(line, current.continueWith(before));
    current.addChoices(choices);
  }

  function takeLabelled({ label, text: words }: Part<'labelled'>, line: number): void {
    if (label === 'answer' && words === '') {
      // 参考答案 above a list, or the answer stands on the next line.
      questions.beginAnswers();
      isListing = true;
      current?.awaitAnswer();
    } else if (current === undefined) {
      note(line, outOfPlace);
    } else if (label === 'answer') {
      note(line, current.setAnswer(words));
    } else if (label === 'type') {
      note(line, current.declareType(words));
    } else if (label === 'ignored') {
      current.close();
    } else {
      note(line, current.setText(label, words));
    }
  }

  function takeList({ answers }: Part<'list'>, line: number): void {
    isListing = true;
    current = undefined;
    for (const { number, answer } of answers) {
      const question = questionFor(number, line);
      note(line, question?.setAnswer(answer));
      // `1. B 解析：…`
      if (answers.length === 1) current = question;
    }
  }

  /** `11. 三年　12. 32` in a list of answers belongs to questions with a blank and begins none. */
  function takeListedTexts(words: string): boolean {
    const listed = isListing ? listedTexts(words) : undefined;
    const texts = listed?.map(({ number, text }) => ({ question: openBlank(number), text }));
    if (texts === undefined || texts.some(({ question }) => question === undefined)) return false;
    for (const { question, text } of texts) {
      question?.setAnswer(text);
      current = question;
    }
    return true;
  }

  function openBlank(number: number): GrowingDraft | undefined {
    const question = questions.numbered(number);
    if (typeof question === 'string') return undefined;
    const { type, ask, choices, answer } = question.draft;
    const awaitsText = choices.length === 0 && (type === 'fill' || hasBlank(ask));
    return awaitsText && answer === undefined ? question : undefined;
  }

  function questionFor(number: number, line: number): GrowingDraft | undefined {
    const question = questions.numbered(number);
    if (typeof question !== 'string') return question;
    note(line, question === 'none' ? noSuchNumber(number) : severalNumbers(number));
    return undefined;
  }

  function takeWords(words: string, line: number): void {
    const { judgement, mark } = offered.exec(words)?.groups ?? {};
    if (current !== undefined && judgement !== undefined && !current.awaitsAnswer) {
      if (mark !== undefined) note(line, current.setAnswer(judgement));
      if (mark !== undefined || current.draft.type === 'judge') return;
    }
    if (mayBeStem && !/^[(（【[]/u.test(words)) {
      beginQuestion({ kind: 'stem', number: 0, text: words }, line);
      return;
    }
    if (current !== undefined) note(line, current.continueWith(words));
    else if (!hasBegun || remark.test(words)) unused.add(line);
    else note(line, outOfPlace);
  }
}

/** 参考答案, with nothing behind it. */
function isAnswersBegin(part: LinePart): boolean {
  return part.kind === 'labelled' && part.label === 'answer' && part.text === '';
}

/** `对(正确答案)` and `错` below a judgement are what could be ticked. */
const offered = /^(?<judgement>正确|错误|对|错)\s*(?<mark>[(（]正确答案[)）])?$/u;

/** `（每题2分）`, `请选出正确的一项。` below a heading. */
const remark = /^(?:[(（【[]|说明|注[:：]|请|每|共|本|下列|以下|答题)/u;

/** Nothing in a question is longer, and some marks take time that grows with its square. */
const longestLine = 2000;

function noSuchNumber(number: number): string {
  return `答案里有第 ${number} 题，前面没有这个编号的题。`;
}

function severalNumbers(number: number): string {
  return `第 ${number} 题有好几道，分不清是哪一道的答案。请在答案上面写明题型，例如：一、单选题答案`;
}
