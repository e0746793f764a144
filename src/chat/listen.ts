import type { Incoming } from '../wecom/incoming.ts';
import type { Act, Saying } from './saying.ts';
import type { SentThing } from './sent-thing.ts';
import { tickedLine } from './ticked-line.ts';

/**
 * What a member did, out of what WeCom delivered; `undefined` for everything that nobody did to the bot
 * (system events, a changed visible range) and for a member's place, which is never looked at.
 */
export function sayingOf(incoming: Incoming): Saying | undefined {
  const act = actOf(incoming);
  if (act === undefined) return undefined;
  const { identity, from, createdAt } = incoming;
  return { identity, from, createdAt, act };
}

function actOf(incoming: Incoming): Act | undefined {
  switch (incoming.kind) {
    case 'text':
      return { kind: 'typed', text: incoming.content };
    case 'click':
      return { kind: 'chose', line: incoming.key };
    case 'cardTap': {
      const { key, selections, responseCode } = incoming;
      return { kind: 'tapped', line: tickedLine(key, selections), responseCode };
    }
    case 'cardMenuTap':
      return { kind: 'tapped', line: incoming.key, responseCode: incoming.responseCode };
    case 'enterAgent':
      return { kind: 'entered' };
    case 'image':
    case 'voice':
    case 'video':
    case 'location':
    case 'link':
    case 'file': {
      const thing = thingOf(incoming);
      return { kind: 'sent', what: chineseNames[incoming.kind], ...(thing === undefined ? {} : { thing }) };
    }
    case 'view':
    case 'subscribe':
    case 'unsubscribe':
    case 'position':
    case 'otherEvent':
      return undefined;
  }
}

function thingOf(incoming: Incoming): SentThing | undefined {
  switch (incoming.kind) {
    case 'image':
      return { kind: 'image', mediaId: incoming.mediaId, name: chineseNames.image };
    case 'file': {
      const { mediaId, name } = incoming;
      return mediaId === undefined ? undefined : { kind: 'file', mediaId, name: name ?? chineseNames.file };
    }
    case 'link':
      return incoming.url === '' ? undefined : { kind: 'link', url: incoming.url, title: incoming.title };
    default:
      return undefined;
  }
}

const chineseNames = {
  image: '图片',
  voice: '语音',
  video: '视频',
  location: '位置',
  link: '链接',
  file: '文件',
} as const;
