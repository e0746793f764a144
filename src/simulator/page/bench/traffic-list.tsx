import type { TranscriptEntry } from '../../state/transcript-entry.ts';
import { clockTimeWithSeconds } from '../text/spoken-time.ts';
import { indentedXml } from './indented-xml.ts';
import { trafficTitle } from './traffic-title.ts';

interface TrafficListProps {
  readonly transcript: readonly TranscriptEntry[];
  readonly control: (path: string, body: object) => void;
}

/** Everything that went over the wire, newest first, each to be opened. */
export function TrafficList({ transcript, control }: TrafficListProps) {
  return (
    <section class="panel traffic" aria-label="收发记录">
      <h3>收发记录</h3>
      {transcript.length === 0 && <p class="hint">还没有。发一条消息就会出现在这里。</p>}
      <ol>
        {transcript.toReversed().map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} control={control} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface EntryProps {
  readonly entry: TranscriptEntry;
  readonly control: (path: string, body: object) => void;
}

function Entry({ entry, control }: EntryProps) {
  const { text, direction, isBad } = trafficTitle(entry);

  return (
    <details class={isBad ? 'bad' : undefined}>
      <summary>
        <span class="traffic-time">{clockTimeWithSeconds(entry.at)}</span>
        <span class={`direction direction-${entry.kind}`}>{direction}</span>
        <span class="traffic-text">{text}</span>
      </summary>
      <Detail entry={entry} />
      {entry.kind === 'callback' && (
        <button
          type="button"
          onClick={() => control('redeliver', { times: 1, parallel: false, delivery: entry.delivery })}
        >
          再投递一次
        </button>
      )}
    </details>
  );
}

function Detail({ entry }: { readonly entry: TranscriptEntry }) {
  switch (entry.kind) {
    case 'callback':
      return <pre>{indentedXml(entry.xml)}</pre>;
    case 'reply':
      return (
        <pre>{entry.xml === null ? (entry.failure ?? entry.body) || '（空）' : indentedXml(entry.xml)}</pre>
      );
    case 'call':
      return (
        <>
          <pre>{`${entry.method} ${entry.api}\n${pretty(entry.body ?? entry.query)}`}</pre>
          <pre>{entry.answer === null ? '（没有应答）' : pretty(entry.answer)}</pre>
        </>
      );
    case 'violation':
      return <pre>{`${entry.rule}\n${entry.detail}`}</pre>;
  }
}

function pretty(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
