import { childOf } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { bytesOf, firstBytes } from '../rules/text-length.ts';
import type { Report } from '../rules/report.ts';
import type { MediaLabel, MediaShelf } from '../state/media-shelf.ts';
import type { MessageContent } from '../state/shown-message.ts';
import { allowsPassiveReply } from './reply-allowed.ts';

/** In bytes (protocol §3.1). */
const LONGEST_TEXT = 2048;
const LONGEST_TITLE = 128;
const LONGEST_DESCRIPTION = 512;
const MOST_ARTICLES = 8;

const FRAME = ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType'];

/**
 * Reads a decrypted passive reply to a decrypted callback as strictly as protocol §3 has it. Returns
 * what the phone shows; null, with at least one violation reported, when WeCom would show nothing.
 */
export function readPassiveReply(
  reply: XmlElement,
  callback: XmlElement,
  media: Pick<MediaShelf, 'label'>,
  report: Report,
): MessageContent | null {
  if (!allowsPassiveReply(callback)) {
    const event = textOf(callback, 'Event');
    report.violation('reply-not-allowed', `${event} 不能用被动回复应答，企业微信会忽略它`);
    return null;
  }

  checkFrame(reply, callback, report);
  return readContent(reply, media, report);
}

function checkFrame(reply: XmlElement, callback: XmlElement, report: Report): void {
  if (reply.name !== 'xml') report.violation('reply-xml', `根元素应是 xml，实际是 ${reply.name}`);

  for (const name of FRAME) {
    const count = reply.children.filter((child) => child.name === name).length;
    if (count !== 1) report.violation('reply-xml', `${name} 应有 1 个，实际有 ${count} 个`);
  }
  for (const element of reply.children) {
    if (element.name === 'CreateTime' || element.name === 'ArticleCount') continue;
    if (element.children.length === 0 && !element.cdata) {
      report.violation('reply-cdata', `${element.name} 没有放在 CDATA 里`);
    }
  }

  if (!/^\d{1,12}$/.test(textOf(reply, 'CreateTime'))) report.violation('reply-xml', 'CreateTime 应是秒数');
  if (textOf(reply, 'ToUserName') !== textOf(callback, 'FromUserName')) {
    report.violation('reply-recipient', 'ToUserName 不是发消息的人');
  }
  if (textOf(reply, 'FromUserName') !== textOf(callback, 'ToUserName')) {
    report.violation('reply-recipient', 'FromUserName 不是企业的 corpid');
  }
}

function readContent(
  reply: XmlElement,
  media: Pick<MediaShelf, 'label'>,
  report: Report,
): MessageContent | null {
  const type = textOf(reply, 'MsgType');

  switch (type) {
    case 'text': {
      const text = limited(textOf(reply, 'Content'), 'Content', LONGEST_TEXT, report);
      if (text === '') return refused(report, 'Content 是空的');
      return { kind: 'text', text };
    }
    case 'image':
    case 'voice': {
      const label = labelIn(reply, type, media);
      if (label === undefined) return refused(report, `MediaId 不是可用的 ${type}`);
      return { kind: type, mediaId: label.id, name: label.name };
    }
    case 'video':
      return readVideo(reply, media, report);
    case 'news':
      return readNews(reply, report);
    default:
      return refused(report, `不能用 ${type === '' ? '没有 MsgType 的内容' : type} 作被动回复`);
  }
}

function readVideo(
  reply: XmlElement,
  media: Pick<MediaShelf, 'label'>,
  report: Report,
): MessageContent | null {
  const label = labelIn(reply, 'video', media);
  const video = childOf(reply, 'Video');
  if (label === undefined || video === undefined) return refused(report, 'MediaId 不是可用的 video');

  return {
    kind: 'video',
    mediaId: label.id,
    name: label.name,
    title: limited(textOf(video, 'Title'), 'Title', LONGEST_TITLE, report),
    description: limited(textOf(video, 'Description'), 'Description', LONGEST_DESCRIPTION, report),
  };
}

function readNews(reply: XmlElement, report: Report): MessageContent | null {
  const items = childOf(reply, 'Articles')?.children ?? [];
  const count = textOf(reply, 'ArticleCount');

  if (items.length < 1 || items.length > MOST_ARTICLES) return refused(report, '图文应有 1 到 8 条');
  if (count !== String(items.length) || items.some((item) => item.name !== 'item')) {
    return refused(report, 'ArticleCount 与 item 的个数不一致');
  }
  return {
    kind: 'news',
    articles: items.map((item) => ({
      title: limited(textOf(item, 'Title'), 'Title', LONGEST_TITLE, report),
      description: limited(textOf(item, 'Description'), 'Description', LONGEST_DESCRIPTION, report),
      url: textOf(item, 'Url'),
    })),
  };
}

function labelIn(
  reply: XmlElement,
  type: 'image' | 'voice' | 'video',
  media: Pick<MediaShelf, 'label'>,
): MediaLabel | undefined {
  const holder = reply.children.find((child) => child.name.toLowerCase() === type);
  const label = holder === undefined ? undefined : media.label(textOf(holder, 'MediaId'));
  return label?.type === type ? label : undefined;
}

function limited(text: string, path: string, limit: number, report: Report): string {
  const length = bytesOf(text);
  if (length <= limit) return text;
  report.violation('text-clipped', `被动回复的 ${path} 有 ${length} 字节，超过 ${limit} 字节，会被截断`);
  return firstBytes(text, limit);
}

function refused(report: Report, detail: string): null {
  report.violation('reply-content', `被动回复不会显示：${detail}`);
  return null;
}

function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text ?? '';
}
