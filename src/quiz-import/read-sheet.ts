import type { CellValue, Sheet } from 'hucre';
import { errorAt, type ProblemInFile } from '../library/problem.ts';
import { choiceLetters } from '../library/quiz-question.ts';
import { cellText } from './cell-text.ts';
import { joinLines } from './clean-line.ts';
import type { Column } from './columns.ts';
import type { Draft, DraftChoice, Page } from './draft.ts';
import { readHeading } from './read-heading.ts';
import { declaredType, takeInlineType, unsupportedType } from './question-type.ts';
import { findSheetHeader } from './sheet-header.ts';
import { splitChoices } from './split-choices.ts';

/** Reads a sheet, one question a row; undefined when none of its first rows names the columns. */
export function readSheet(sheet: Pick<Sheet, 'name' | 'rows' | 'cells'>): Page | undefined {
  const header = findSheetHeader(sheet.rows);
  if (header === undefined) return undefined;

  const problems: ProblemInFile[] = [...header.problems];
  const drafts: Draft[] = [];
  let section: Section = { type: declaredType(sheet.name), words: sheet.name };
  sheet.rows.forEach((cells, index) => {
    if (index <= header.row || cells.every(isEmptyCell)) return;
    const line = index + 1;
    const heading = sectionOf(cells);
    if (heading !== undefined) {
      section = heading;
      return;
    }
    const texts = rowTexts(sheet, index, header.places);
    if ('wrong' in texts) {
      problems.push(errorAt(line, texts.wrong));
      return;
    }
    const draft = draftOf(line, texts.of, section);
    if ('wrong' in draft) problems.push(errorAt(line, draft.wrong));
    else drafts.push(draft);
  });
  if (drafts.length === 0 && problems.length === 0)
    problems.push(errorAt(header.row + 1, '列名下面没有题目。'));
  return { drafts, problems };
}

/** Of which kind the rows are that do not say so themselves, and where that is written. */
interface Section {
  readonly type: ReturnType<typeof declaredType>;
  readonly words: string;
}

/** A row that is nothing but `一、单选题（每题2分）`. */
function sectionOf(cells: readonly CellValue[]): Section | undefined {
  const [only, ...others] = cells.filter((cell) => !isEmptyCell(cell));
  if (typeof only !== 'string' || others.length > 0) return undefined;
  const words = only.trim();
  const type = readHeading(words)?.type;
  return type && { type, words };
}

type RowTexts = { readonly of: (column: Column) => string } | { readonly wrong: string };

function rowTexts(
  { rows, cells }: Pick<Sheet, 'rows' | 'cells'>,
  row: number,
  places: ReadonlyMap<Column, number>,
): RowTexts {
  const texts = new Map<Column, string>();
  for (const [column, place] of places) {
    const text = cellText(rows[row]?.[place] ?? null, cells?.get(`${row},${place}`));
    if ('wrong' in text) return text;
    texts.set(column, text.text);
  }
  return { of: (column) => texts.get(column) ?? '' };
}

function draftOf(
  line: number,
  textOf: (column: Column) => string,
  section: Section,
): Draft | { readonly wrong: string } {
  const oneLine = (column: Column) => textOf(column).split('\n').reduce(joinLines);
  const { type: inline, text: ask } = takeInlineType(oneLine('ask'));
  const word = oneLine('type') || inline;
  const type = word === undefined ? section.type : (declaredType(word) ?? 'unsupported');
  if (type === 'unsupported') return { wrong: unsupportedType(word ?? section.words) };

  const texts = {
    answer: oneLine('answer'),
    because: oneLine('because'),
    source: oneLine('source'),
    tags: oneLine('tags'),
  };
  const written = Object.entries(texts).filter(([, text]) => text !== '');
  return {
    line,
    ...(type === undefined ? {} : { type }),
    ask,
    choices: choicesOf(textOf),
    ...Object.fromEntries(written),
  };
}

/** A column each, or all in one cell: with letters, or one a line. */
function choicesOf(textOf: (column: Column) => string): DraftChoice[] {
  const single = choiceLetters
    .map((letter) => ({ letter, text: withoutLetter(letter, textOf(letter).split('\n').reduce(joinLines)) }))
    .filter(({ text }) => text !== '');
  if (single.length > 0) return single;

  const together = textOf('choices');
  const { before, choices } = splitChoices(together.replaceAll('\n', ' '));
  if (before === '' && choices.length > 0) return [...choices];
  return together
    .split(/\$;\$|[\n|｜;；]/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, place) => ({ letter: choiceLetters[place] ?? '', text }));
}

/** Some repeat the letter in the cell: `A. 每月`. */
function withoutLetter(letter: string, text: string): string {
  const { before, choices } = splitChoices(text);
  const [first] = choices;
  return before === '' && first?.letter === letter && choices.length === 1 ? first.text : text;
}

function isEmptyCell(cell: CellValue): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
