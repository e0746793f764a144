import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { ShownMessage } from '../../state/shown-message.ts';
import type { CardActions } from '../cards/card-parts.tsx';
import { spokenTime } from '../text/spoken-time.ts';
import { MessageLine } from './message-line.tsx';

/** A time is shown where more than five minutes passed, as chats do. */
const QUIET = 5 * 60_000;

interface MessageListProps {
  readonly messages: readonly ShownMessage[];
  readonly now: number;
  readonly personMark: string;
  readonly botMark: string;
  readonly actionsFor: (messageId: string) => CardActions;
}

export function MessageList({ messages, now, personMark, botMark, actionsFor }: MessageListProps) {
  const end = useRef<HTMLLIElement>(null);
  const newest = messages.at(-1)?.id;
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [newest]);

  return (
    <ol class="messages" aria-live="polite" aria-label="聊天记录">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const pause = before === undefined || Math.abs(message.at - before.at) > QUIET;
        return (
          <Fragment key={message.id}>
            {pause && <li class="time-mark">{spokenTime(message.at, now)}</li>}
            <MessageLine
              message={message}
              personMark={personMark}
              botMark={botMark}
              actions={actionsFor(message.id)}
            />
          </Fragment>
        );
      })}
      <li ref={end} class="messages-end" aria-hidden="true" />
    </ol>
  );
}
