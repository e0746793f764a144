import type { MediaLabel, MediaShelf, MediaType } from '../state/media-shelf.ts';
import type { MessageContent } from '../state/shown-message.ts';
import type { SendRequest } from '../wire/send-request.ts';
import { refuse } from './api-refusal.ts';
import { clipTexts } from './clip-texts.ts';
import { checkMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { requireAddress, requireText } from './require.ts';
import { readCardToSend } from './template-card.ts';
import { bytesOf, firstBytes } from './text-length.ts';

/** Text and Markdown, in bytes (protocol §4.2.1). */
const LONGEST_CONTENT = 2048;
const MOST_ARTICLES = 8;

type RequestOf<Type extends SendRequest['msgtype']> = Extract<SendRequest, { msgtype: Type }>;

/** The payload of `message/send`, checked against protocol §4.2.1, as a phone shows it. */
export function readMessagePayload(
  request: SendRequest,
  media: Pick<MediaShelf, 'label'>,
  report: Report,
): MessageContent {
  switch (request.msgtype) {
    case 'text':
      return { kind: 'text', text: readContent(request.text?.content, 'text.content', report) };
    case 'markdown':
      return readMarkdown(request, report);
    case 'image':
      return { kind: 'image', ...attachmentOf(request.image?.media_id, 'image', media) };
    case 'voice':
      return { kind: 'voice', ...attachmentOf(request.voice?.media_id, 'voice', media) };
    case 'file':
      return readFile(request, media);
    case 'video':
      return readVideo(request, media, report);
    case 'textcard':
      return readTextCard(request, report);
    case 'news':
      return readNews(request, report);
    case 'template_card':
      return { kind: 'card', card: readCardToSend(request.template_card, report), replaced: null };
  }
}

function readContent(content: string | undefined, path: string, report: Report): string {
  const text = requireText(content, path, 44004);
  const length = bytesOf(text);
  if (length <= LONGEST_CONTENT) return text;

  report.violation('text-clipped', `${path} 有 ${length} 字节，超过 ${LONGEST_CONTENT} 字节，会被截断`);
  return firstBytes(text, LONGEST_CONTENT);
}

function readMarkdown({ markdown }: RequestOf<'markdown'>, report: Report): MessageContent {
  const content = readContent(markdown?.content, 'markdown.content', report);
  checkMarkdown(content, report);
  return { kind: 'markdown', markdown: content };
}

function labelOf(mediaId: string | undefined, type: MediaType, media: Pick<MediaShelf, 'label'>): MediaLabel {
  const label = media.label(requireText(mediaId, `${type}.media_id`, 40007));
  return label?.type === type ? label : refuse(40007, 'invalid media_id');
}

function attachmentOf(
  mediaId: string | undefined,
  type: MediaType,
  media: Pick<MediaShelf, 'label'>,
): { mediaId: string; name: string } {
  const { id, name } = labelOf(mediaId, type, media);
  return { mediaId: id, name };
}

function readFile({ file }: RequestOf<'file'>, media: Pick<MediaShelf, 'label'>): MessageContent {
  const { id, name, size } = labelOf(file?.media_id, 'file', media);
  return { kind: 'file', mediaId: id, name, size };
}

function readVideo(
  request: RequestOf<'video'>,
  media: Pick<MediaShelf, 'label'>,
  report: Report,
): MessageContent {
  const { title = '', description = '' } = clipTexts(
    request.video ?? {},
    [
      { path: 'title', limit: 128, unit: 'bytes' },
      { path: 'description', limit: 512, unit: 'bytes' },
    ],
    report,
  );
  return { kind: 'video', ...attachmentOf(request.video?.media_id, 'video', media), title, description };
}

function readTextCard({ textcard }: RequestOf<'textcard'>, report: Report): MessageContent {
  const card = clipTexts(
    textcard ?? {},
    [
      { path: 'title', limit: 128, unit: 'characters' },
      { path: 'description', limit: 512, unit: 'characters' },
      { path: 'btntxt', limit: 4, unit: 'characters' },
    ],
    report,
  );
  const url = requireText(card.url, 'textcard.url', 40063);
  requireAddress(url, 'textcard.url');

  return {
    kind: 'textcard',
    title: requireText(card.title, 'textcard.title', 41016),
    description: requireText(card.description, 'textcard.description', 41033),
    url,
    button: card.btntxt || '详情',
  };
}

function readNews({ news }: RequestOf<'news'>, report: Report): MessageContent {
  const { articles = [] } = clipTexts(
    news ?? {},
    [
      { path: 'articles.title', limit: 128, unit: 'bytes' },
      { path: 'articles.description', limit: 512, unit: 'bytes' },
      { path: 'articles.pagepath', limit: 128, unit: 'bytes' },
    ],
    report,
  );
  if (articles.length === 0) refuse(40063, 'news.articles missing');
  if (articles.length > MOST_ARTICLES) refuse(45008, 'article number out of limit');

  return {
    kind: 'news',
    articles: articles.map((article) => {
      const opensMiniProgram = Boolean(article.appid) && Boolean(article.pagepath);
      if (!opensMiniProgram) requireAddress(requireText(article.url, 'articles.url', 40063), 'articles.url');
      if (article.picurl) requireAddress(article.picurl, 'articles.picurl');

      return {
        title: requireText(article.title, 'articles.title', 41016),
        description: article.description ?? '',
        url: article.url ?? '',
      };
    }),
  };
}
