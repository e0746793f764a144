import { linkPiece } from './inline-text.ts';

/** The colours of application Markdown (protocol §4.2.1). */
type FontColour = 'info' | 'comment' | 'warning';

/** How a run of text looks. */
interface RunStyle {
  readonly bold: boolean;
  readonly colour: FontColour | undefined;
}

/** A run of text within a line. */
export interface MarkdownRun extends RunStyle {
  readonly text: string;
  readonly code: boolean;
  readonly url: string | undefined;
}

export interface MarkdownLine {
  readonly kind: 'paragraph' | 'quote' | 'heading';
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  readonly runs: readonly MarkdownRun[];
}

const PLAIN: RunStyle = { bold: false, colour: undefined };
const FONT = '<font color="(info|comment|warning)">(.*?)</font>';
const BOLD = '\\*\\*(.+?)\\*\\*';
const CODE = '`([^`]+)`';
const LINK = '\\[([^\\]]+)\\]\\(([^)\\s]+)\\)';

/** Parses exactly the subset WeCom renders; everything else stays the raw text it is. */
export function parseMarkdown(markdown: string): readonly MarkdownLine[] {
  return markdown.split('\n').map((line) => {
    const [, marks, title = ''] = /^(#{1,6}) +(.*)$/.exec(line) ?? [];
    if (marks !== undefined) return { kind: 'heading', level: marks.length, runs: runsOf(title, PLAIN) };

    const [, quoted] = /^> ?(.*)$/.exec(line) ?? [];
    if (quoted !== undefined) return { kind: 'quote', level: 0, runs: runsOf(quoted, PLAIN) };
    return { kind: 'paragraph', level: 0, runs: runsOf(line, PLAIN) };
  });
}

function runsOf(text: string, style: RunStyle): readonly MarkdownRun[] {
  const runs: MarkdownRun[] = [];
  let end = 0;

  for (const match of text.matchAll(new RegExp(`${FONT}|${BOLD}|${CODE}|${LINK}`, 'g'))) {
    const [whole, colour, coloured, bold, code, label, target] = match;
    runs.push(...plainRun(text.slice(end, match.index), style));
    end = match.index + whole.length;

    if (coloured !== undefined) runs.push(...runsOf(coloured, { ...style, colour: fontColour(colour) }));
    else if (bold !== undefined) runs.push(...runsOf(bold, { ...style, bold: true }));
    else if (code !== undefined) runs.push({ ...style, text: code, code: true, url: undefined });
    else runs.push({ ...style, text: label ?? whole, code: false, url: linkPiece('', target).url });
  }
  return [...runs, ...plainRun(text.slice(end), style)];
}

function plainRun(text: string, style: RunStyle): readonly MarkdownRun[] {
  return text === '' ? [] : [{ ...style, text, code: false, url: undefined }];
}

function fontColour(colour: string | undefined): FontColour | undefined {
  return colour === 'info' || colour === 'comment' || colour === 'warning' ? colour : undefined;
}
