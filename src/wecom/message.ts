import { built, misbuilt, type Built } from './built.ts';
import type { TemplateCard } from './cards/template-card.ts';
import { cleanText } from './clean-text.ts';
import { cutBytes } from './text-length.ts';
import type { textCard } from './text-card.ts';

/**
 * The payload of a `message/send` (protocol §4.2.1) in WeCom's form, without its recipients. Only
 * builders make one, so that it keeps WeCom's limits; as JSON it can be stored and read back.
 */
export type Message =
  | Built<{ readonly msgtype: 'text'; readonly text: { readonly content: string } }>
  | Built<{ readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } }>
  | Built<{ readonly msgtype: 'image'; readonly image: { readonly media_id: string } }>
  | Built<{ readonly msgtype: 'file'; readonly file: { readonly media_id: string } }>
  | Built<{ readonly msgtype: 'template_card'; readonly template_card: TemplateCard }>
  | ReturnType<typeof textCard>;

export type { CardUpdate } from './card-update.ts';

/** A text of at most 2,048 bytes; longer ones are cut. `splitText` makes several of one. */
export function text(content: string): Message {
  return built({ msgtype: 'text', text: { content: contentOf(content) } });
}

/**
 * A text in WeCom's small subset of Markdown: headings, bold, links, one-line code, quotes and
 * `<font color="info|comment|warning">`. At most 2,048 bytes; longer ones are cut.
 */
export function markdown(content: string): Message {
  return built({ msgtype: 'markdown', markdown: { content: contentOf(content) } });
}

/** A picture that was uploaded less than three days ago. */
export function image(mediaId: string): Message {
  return built({ msgtype: 'image', image: { media_id: mediaId } });
}

/** A file that was uploaded less than three days ago. */
export function file(mediaId: string): Message {
  return built({ msgtype: 'file', file: { media_id: mediaId } });
}

export function card(template: TemplateCard): Message {
  return built({ msgtype: 'template_card', template_card: template });
}

function contentOf(words: string): string {
  const content = cutBytes(cleanText(words), 2048);
  if (content.trim() === '') misbuilt('a message', 'give it a text that is not blank');
  return content;
}
