import { headingOf, isKnownAnyway, singleHeadings, type MinutesHeading } from './minutes-heading.ts';

/** What minutes say so far: under each heading its entries, in the order in which they were typed. */
export type MinutesContent = ReadonlyMap<MinutesHeading, readonly string[]>;

/** One piece of minutes, read. */
export interface ReadPiece {
  readonly lines: readonly MinutesLine[];
  /** The words of headings that were passed over, because the service knows better: 时间, 地点. */
  readonly passedOver: readonly string[];
}

export interface MinutesLine {
  readonly heading: MinutesHeading;
  /** Without the heading's word, and in lists without the entry's number. Never empty. */
  readonly text: string;
}

/**
 * Reads one piece, typed or pasted: `主持人：陈志刚`, `【决议】`, `三、决议事项：1. 通过…`, and lines below a
 * heading, which belong to it. Lines before the first heading tell the course of the meeting.
 */
export function readMinutesPiece(text: string): ReadPiece {
  const lines: MinutesLine[] = [];
  const passedOver: string[] = [];
  let below: MinutesHeading = 'course';

  for (const line of text.split(/\r\n|[\n\r\u2028]/u)) {
    const opening = openingOf(line);
    if (opening?.heading === 'known') {
      passedOver.push(opening.word);
      continue;
    }
    const heading: MinutesHeading = opening?.heading ?? below;
    const entry = entryOf(opening?.rest ?? line, heading);
    if (entry !== '') lines.push({ heading, text: entry });
    if (opening !== undefined && (entry === '' || !ofOneLine.has(heading))) below = heading;
    else if (entry !== '' && singleHeadings.has(below)) below = 'course';
  }
  return { lines, passedOver };
}

/** All pieces together. A heading holds only within its piece: the next message begins anew. */
export function minutesContent(pieces: readonly string[]): MinutesContent {
  const content = new Map<MinutesHeading, string[]>();
  for (const { heading, text } of pieces.flatMap((piece) => readMinutesPiece(piece).lines)) {
    const entries = content.get(heading) ?? [];
    content.set(heading, entries);
    if (singleHeadings.has(heading)) entries.length = 0;
    entries.push(text);
  }
  return content;
}

interface Opening {
  readonly heading: MinutesHeading | 'known';
  readonly word: string;
  readonly rest: string;
}

/** `二、【决议】：通过…` in the ways people write it; a heading alone on its line needs no colon. */
function openingOf(line: string): Opening | undefined {
  const bare = line.trim().replace(ordinal, '');
  const [whole, bracketed, plain] = grammar.exec(bare) ?? [];
  const word = (bracketed ?? plain ?? bare).replaceAll(/\s/gu, '');
  const heading = isKnownAnyway(word) && whole !== undefined ? 'known' : headingOf(word);
  return heading && { heading, word, rest: bare.slice((whole ?? bare).length) };
}

const grammar = /^(?:[【[〔](.{1,8}?)[】\]〕][:：]?|([^:：，。；、]{1,12}?)[:：])/u;

/** Entries are numbered anew where they are shown; in running text a number is the writer's own. */
function entryOf(text: string, heading: MinutesHeading): string {
  return (numberedAnew.has(heading) ? text.trim().replace(ordinal, '') : text).trim();
}

const ordinal =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]\s*|[（(]?\d{1,2}(?:[）)、．]|\.(?!\d))\s*|[①-⑳]\s*|[-•·*]\s+)/u;

const numberedAnew: ReadonlySet<MinutesHeading> = new Set([
  'agenda',
  'resolutions',
  'rectification',
  'tasks',
  'attachments',
]);

/**
 * With something behind the colon these are a line of their own, and what follows belongs to the heading
 * before: `任务：张三 …` may stand among resolutions. Alone, they are a heading like the others.
 */
const ofOneLine: ReadonlySet<MinutesHeading> = new Set([...singleHeadings, 'observers', 'tasks']);
