/** A line of a textcard's description and the class it was given (protocol §4.2.1). */
export interface TextcardLine {
  readonly text: string;
  readonly tone: 'gray' | 'normal' | 'highlight';
}

const LINE = /<div class="(gray|normal|highlight)">([\s\S]*?)<\/div>|<br\s*\/?>/g;

/** Splits a description at its `<div class>` and `<br>`; any other markup stays text. */
export function textcardLines(description: string): readonly TextcardLine[] {
  const lines: TextcardLine[] = [];
  let end = 0;

  for (const match of description.matchAll(LINE)) {
    const [whole, tone, text] = match;
    lines.push(...normalLine(description.slice(end, match.index)));
    if (text !== undefined)
      lines.push({ text, tone: tone === 'gray' || tone === 'highlight' ? tone : 'normal' });
    end = match.index + whole.length;
  }
  return [...lines, ...normalLine(description.slice(end))];
}

function normalLine(text: string): readonly TextcardLine[] {
  return text.trim() === '' ? [] : [{ text, tone: 'normal' }];
}
