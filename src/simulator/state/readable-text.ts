import type { TemplateCard } from '../wire/template-card.ts';
import type { MessageContent } from './shown-message.ts';

/** Everything one can read on a message, line by line, for tests and for people who search. */
export function readableText(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'markdown':
      return content.markdown;
    case 'image':
      return '[图片]';
    case 'voice':
      return '[语音]';
    case 'video':
      return lines('[视频]', content.title, content.description);
    case 'file':
      return `[文件] ${content.name}`;
    case 'location':
      return `[位置] ${content.label}`;
    case 'link':
      return lines(`[链接] ${content.title}`, content.description);
    case 'textcard':
      return lines(content.title, withoutTags(content.description), `[${content.button}]`);
    case 'news':
      return lines(...content.articles.flatMap((article) => [article.title, article.description]));
    case 'card':
      return cardText(content.card, content.replaced);
  }
}

function cardText(card: TemplateCard, replaced: string | null): string {
  const head = [card.source?.desc, card.main_title?.title, card.main_title?.desc];
  return lines(...head, ...bodyOf(card), ...buttonsOf(card, replaced));
}

function bodyOf(card: TemplateCard): readonly (string | undefined)[] {
  switch (card.card_type) {
    case 'text_notice':
      return [
        card.emphasis_content?.title,
        card.emphasis_content?.desc,
        ...quoteOf(card.quote_area),
        card.sub_title_text,
        ...rowsOf(card.horizontal_content_list),
        ...(card.jump_list ?? []).map((jump) => jump.title),
      ];
    case 'news_notice':
      return [
        card.image_text_area?.title,
        card.image_text_area?.desc,
        ...quoteOf(card.quote_area),
        ...(card.vertical_content_list ?? []).flatMap((row) => [row.title, row.desc]),
        ...rowsOf(card.horizontal_content_list),
        ...(card.jump_list ?? []).map((jump) => jump.title),
      ];
    case 'button_interaction':
      return [
        ...quoteOf(card.quote_area),
        card.sub_title_text,
        ...rowsOf(card.horizontal_content_list),
        card.button_selection?.title,
        choicesOf(card.button_selection?.option_list),
      ];
    case 'vote_interaction':
      return (card.checkbox?.option_list ?? []).map(({ text = '', is_checked: isTicked }) =>
        isTicked === true ? `✓ ${text}` : text,
      );
    case 'multiple_interaction':
      return (card.select_list ?? []).flatMap((selection) => [
        selection.title,
        choicesOf(selection.option_list),
      ]);
  }
}

function buttonsOf(card: TemplateCard, replaced: string | null): readonly string[] {
  if (replaced !== null) return [`[${replaced}]`];

  switch (card.card_type) {
    case 'text_notice':
    case 'news_notice':
      return [];
    case 'button_interaction':
      return [(card.button_list ?? []).map((button) => `[${button.text ?? ''}]`).join(' ')];
    case 'vote_interaction':
    case 'multiple_interaction':
      return [`[${card.submit_button?.text ?? '提交'}]`];
  }
}

function quoteOf(
  quote: { title?: string | undefined; quote_text?: string | undefined } | undefined,
): readonly (string | undefined)[] {
  return [quote?.title, quote?.quote_text];
}

function rowsOf(
  rows: readonly { keyname?: string | undefined; value?: string | undefined }[] | undefined,
): readonly string[] {
  return (rows ?? []).map((row) => `${row.keyname ?? ''}：${row.value ?? ''}`);
}

function choicesOf(options: readonly { text?: string | undefined }[] | undefined): string {
  return (options ?? []).map((option) => option.text ?? '').join(' / ');
}

function withoutTags(html: string): string {
  return html.replaceAll(/<br\s*\/?>|<\/div>/gi, '\n').replaceAll(/<[^>]+>/g, '');
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => part?.trim())
    .filter((part) => part !== undefined && part !== '')
    .join('\n');
}
