import { bare, cdata } from '../xml/build-xml.ts';
import type { MessageContent } from '../state/shown-message.ts';
import { sampleMedia } from './sample-media.ts';

/** What a person can send besides text. */
export type SampleKind = 'image' | 'voice' | 'video' | 'file' | 'location' | 'link';

/** A ready-made message of that kind: what the phone shows and what the wire says (protocol §2.1). */
export interface SampleMessage {
  readonly content: MessageContent;
  readonly elements: readonly string[];
}

/** What the files are called that are sent ready-made. */
export const sampleNames = {
  image: '照片.png',
  voice: '语音.amr',
  video: '视频.mp4',
  file: '说明.txt',
} as const;

/** `mediaId` names bytes that media/get can fetch; kinds without a file ignore it. */
export function sampleMessage(kind: SampleKind, mediaId: string): SampleMessage {
  const media = cdata('MediaId', mediaId);

  switch (kind) {
    case 'image':
      return attachedMessage('image', mediaId, sampleNames.image, 0);
    case 'voice':
      return {
        content: { kind: 'voice', mediaId, name: sampleNames.voice },
        elements: [media, cdata('Format', 'amr')],
      };
    case 'video':
      return {
        content: { kind: 'video', mediaId, name: sampleNames.video, title: '', description: '' },
        elements: [media, cdata('ThumbMediaId', mediaId)],
      };
    case 'file':
      return attachedMessage('file', mediaId, sampleNames.file, sampleMedia('file').length);
    case 'location':
      return {
        content: { kind: 'location', label: '中山路 1 号', latitude: 31.2304, longitude: 121.4737 },
        elements: [
          bare('Location_X', '31.2304'),
          bare('Location_Y', '121.4737'),
          bare('Scale', 15),
          cdata('Label', '中山路 1 号'),
          cdata('AppType', 'wxwork'),
        ],
      };
    case 'link':
      return {
        content: { kind: 'link', title: '一篇文章', description: '同事转来的', url: 'https://example.com/a' },
        elements: [
          cdata('Title', '一篇文章'),
          cdata('Description', '同事转来的'),
          cdata('Url', 'https://example.com/a'),
          cdata('PicUrl', 'https://example.com/a.png'),
        ],
      };
  }
}

/** A picture or a file of somebody's own. `size`: in bytes. */
export function attachedMessage(
  kind: 'image' | 'file',
  mediaId: string,
  name: string,
  size: number,
): SampleMessage {
  const media = cdata('MediaId', mediaId);
  return kind === 'image'
    ? {
        content: { kind, mediaId, name },
        elements: [cdata('PicUrl', 'http://wework.qpic.cn/sample/0'), media],
      }
    : { content: { kind, mediaId, name, size }, elements: [cdata('FileName', name), media] };
}
