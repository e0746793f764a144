import type { WordNumbering } from './word-numbering.ts';
import { walkXml } from './xml-walk.ts';

interface Paragraph {
  text: string;
  list?: string;
  level: number;
}

/**
 * The paragraphs of `word/document.xml`, a line each, with the numbers that Word puts before them; of a table
 * each row is a line, with tabs between its cells.
 */
export function wordLines(bytes: Uint8Array, numberOf: WordNumbering): readonly string[] {
  const lines: string[] = [];
  /** Those that are open: a text box stands inside a paragraph. */
  const paragraphs: Paragraph[] = [];
  /** The cells of the table row that is open; nested tables are read as cells of the outer one. */
  let cells: string[][] | undefined;
  let rowDepth = 0;
  let isUnderlined = false;
  let isText = false;
  /** Inside what Word keeps for older readers, and would otherwise be read twice. */
  let fallbacks = 0;

  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'mc:Fallback') fallbacks += 1;
      if (fallbacks > 0) return;
      const paragraph = paragraphs.at(-1);
      switch (name) {
        case 'w:tr':
          rowDepth += 1;
          cells ??= [];
          break;
        case 'w:tc':
          if (rowDepth === 1) cells?.push([]);
          break;
        case 'w:p':
          paragraphs.push({ text: '', level: 0 });
          break;
        case 'w:numId':
          if (paragraph !== undefined) paragraph.list = attribute('w:val') ?? '';
          break;
        case 'w:ilvl':
          if (paragraph !== undefined) paragraph.level = Number(attribute('w:val') ?? 0);
          break;
        case 'w:r':
          isUnderlined = false;
          break;
        case 'w:u':
          isUnderlined = attribute('w:val') !== 'none';
          break;
        case 'w:t':
          isText = true;
          break;
        case 'w:tab':
          // In the properties of a paragraph it only says where tabs stop.
          if (attribute('w:val') === undefined) add(isUnderlined ? blank : '\t');
          break;
        case 'w:br':
        case 'w:cr':
          add('\n');
      }
    },
    text(text) {
      if (isText && fallbacks === 0) add(isUnderlined && text.trim() === '' ? blank : text);
    },
    close(name) {
      if (name === 'mc:Fallback') fallbacks -= 1;
      if (fallbacks > 0) return;
      if (name === 'w:t') isText = false;
      if (name === 'w:p') finish(paragraphs.pop());
      if (name === 'w:tr') {
        rowDepth -= 1;
        if (rowDepth === 0 && cells !== undefined) {
          lines.push(cells.map((cell) => cell.join(' ')).join('\t'));
          cells = undefined;
        }
      }
    },
  });
  return lines;

  function add(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  function finish(paragraph: Paragraph | undefined): void {
    if (paragraph === undefined) return;
    const { text, list, level } = paragraph;
    const numbered = `${list === undefined ? '' : numberOf(list, level)}${text}`;
    if (cells === undefined) lines.push(...numbered.split('\n'));
    else cells.at(-1)?.push(numbered.replaceAll(/[\n\t]/gu, ' '));
  }
}

/** An underlined gap is how a blank is typed in Word. */
const blank = '____';
