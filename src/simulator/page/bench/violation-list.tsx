import type { ViolationEntry } from '../../state/transcript-entry.ts';
import { clockTimeWithSeconds } from '../text/spoken-time.ts';

interface ViolationListProps {
  readonly count: number;
  readonly newest: readonly ViolationEntry[];
  readonly control: (path: string) => void;
}

/** What a correct bot does not do, newest first. */
export function ViolationList({ count, newest, control }: ViolationListProps) {
  return (
    <section id="violations" class={count > 0 ? 'panel violations' : 'panel'} aria-label="不合规之处">
      <h3>
        不合规之处
        <span class={count > 0 ? 'badge bad' : 'badge good'}>{count}</span>
      </h3>
      {count === 0 ? (
        <p class="hint">到目前为止，支部助手发出的内容都合乎企业微信的规定。</p>
      ) : (
        <>
          <ul>
            {newest.toReversed().map(({ id, at, api, rule, detail }) => (
              <li key={id}>
                <p>{detail}</p>
                <p class="hint">
                  {clockTimeWithSeconds(at)} · {api} · {rule}
                </p>
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => control('violations/forget')}>
            清空
          </button>
        </>
      )}
    </section>
  );
}
