import { built, misbuilt } from './built.ts';
import { optionalText, requiredText } from './cards/card-text.ts';
import { countCharacters, cutCharacters } from './text-length.ts';
import { webAddress } from './web-address.ts';

/** A card that is one large link. */
export interface TextCardParts {
  /** At most 128 characters. */
  readonly title: string;
  /** 1 to 8 lines; together with their markup at most 512 characters. */
  readonly lines: readonly TextCardLine[];
  readonly url: string;
  /** At most 4 characters; 详情 when left out. */
  readonly button?: string | undefined;
}

export interface TextCardLine {
  readonly text: string;
  readonly tone?: 'gray' | 'normal' | 'highlight' | undefined;
}

/** Builds a `textcard` message (protocol §4.2.1). Texts are cut to fit; a Fault for what cannot be cut. */
export function textCard({ title, lines, url, button }: TextCardParts) {
  return built({
    msgtype: 'textcard' as const,
    textcard: {
      title: requiredText(title, 128, 'title'),
      description: description(lines),
      url: webAddress(url),
      btntxt: optionalText(button, 4),
    },
  });
}

const descriptionLimit = 512;
const lineLimit = 8;

function description(lines: readonly TextCardLine[]): string {
  if (lines.length === 0 || lines.length > lineLimit) misbuilt('a text card', 'give it 1 to 8 lines');
  const tags = lines.map(({ tone = 'normal' }) => `<div class="${tone}">`);
  let room = descriptionLimit - tags.reduce((sum, tag) => sum + tag.length + '</div>'.length, 0);

  let markup = '';
  for (const [index, line] of lines.entries()) {
    const text = requiredText(
      line.text.replaceAll('<', '＜').replaceAll('>', '＞'),
      descriptionLimit,
      'line',
    );
    // Leaves the lines that follow at least their `…`, so that no line disappears without a trace.
    const shown = cutCharacters(text, room - (lines.length - index - 1));
    markup += `${tags[index] ?? ''}${shown}</div>`;
    room -= countCharacters(shown);
  }
  return markup;
}
