import type { MessageContent } from '../../state/shown-message.ts';
import { spokenSize } from '../text/spoken-size.ts';

type Attached = Extract<MessageContent, { kind: 'image' | 'voice' | 'video' | 'file' }>;

const MARKS: Readonly<Record<Attached['kind'], string>> = {
  image: '图片',
  voice: '语音',
  video: '视频',
  file: '文件',
};

/** A picture to look at, or anything else to download. */
export function Attachment({ content }: { readonly content: Attached }) {
  const address = `/chat/media/${encodeURIComponent(content.mediaId)}`;
  if (content.kind === 'image') {
    return (
      <a href={address} target="_blank" rel="noreferrer">
        <img class="picture" src={address} alt={content.name} />
      </a>
    );
  }

  return (
    <a class="attachment" href={address} download={content.name}>
      <span class="attachment-mark">{MARKS[content.kind]}</span>
      <span>
        {content.name}
        {content.kind === 'video' && content.title !== '' && <small>{content.title}</small>}
        {content.kind === 'file' && <small>{spokenSize(content.size)}</small>}
      </span>
    </a>
  );
}
