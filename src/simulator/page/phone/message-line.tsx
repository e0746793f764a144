import type { ShownMessage } from '../../state/shown-message.ts';
import type { CardActions } from '../cards/card-parts.tsx';
import { Content } from './message-content.tsx';

interface MessageLineProps {
  readonly message: ShownMessage;
  /** One character each. */
  readonly personMark: string;
  readonly botMark: string;
  readonly actions: CardActions;
}

/** One message with its sender's mark, the person's on the right. */
export function MessageLine({ message, personMark, botMark, actions }: MessageLineProps) {
  const { id, from, content } = message;
  const isCard = content.kind === 'card' || content.kind === 'textcard' || content.kind === 'news';

  return (
    <li class={`line from-${from}`} data-message={id}>
      <span class="mark" aria-hidden="true">
        {from === 'bot' ? botMark : personMark}
      </span>
      <div class={isCard ? 'card-frame' : `bubble bubble-${content.kind}`}>
        <Content id={id} content={content} actions={actions} />
      </div>
    </li>
  );
}
