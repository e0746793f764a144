import { useState } from 'preact/hooks';

import {
  clockTime,
  dayAndWeekday,
  inputValue,
  instantOf,
  spokenOffset,
  spokenTime,
} from '../text/spoken-time.ts';

const STEPS = [
  [1, '加 1 分钟'],
  [10, '加 10 分钟'],
  [60, '加 1 小时'],
  [24 * 60, '加 1 天'],
] as const;

interface ClockPanelProps {
  readonly now: number;
  readonly nextWorkingMorning: number;
  readonly control: (path: string, body: object) => void;
}

/** The time everybody lives in, and the buttons that move it. */
export function ClockPanel({ now, nextWorkingMorning, control }: ClockPanelProps) {
  // Follows the clock until somebody types into it.
  const [typed, setTyped] = useState<string | null>(null);
  const instant = typed ?? inputValue(now);
  const wanted = instantOf(instant);
  const move = (body: object): void => control('clock', body);

  return (
    <section class="panel" aria-label="时钟">
      <h3>时钟</h3>
      <p class="clock">
        <span>{dayAndWeekday(now)}</span>
        <strong>{clockTime(now)}</strong>
      </p>
      <p class="hint">{spokenOffset(now - Date.now()) || '与真实时间一致'}</p>
      <button type="button" class="wide primary" onClick={() => move({ to: 'nextWorkingMorning' })}>
        下一个工作日 8:29
        <small>{spokenTime(nextWorkingMorning, now)}</small>
      </button>
      <div class="buttons">
        {STEPS.map(([addMinutes, label]) => (
          <button type="button" key={label} onClick={() => move({ addMinutes })}>
            {label}
          </button>
        ))}
      </div>
      <form
        class="instant"
        onSubmit={(event) => {
          event.preventDefault();
          if (Number.isNaN(wanted)) return;
          setTyped(null);
          move({ to: wanted });
        }}
      >
        <input
          type="datetime-local"
          aria-label="任意时间"
          value={instant}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">去那时</button>
      </form>
      <button
        type="button"
        class="wide"
        onClick={() => {
          setTyped(null);
          move({ to: Date.now() });
        }}
      >
        回到现在
      </button>
    </section>
  );
}
