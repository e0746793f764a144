import type { ControlState, ListedPerson } from '../../doors/page-messages.ts';
import type { TranscriptEntry } from '../../state/transcript-entry.ts';
import { ClockPanel } from './clock-panel.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { TrafficList } from './traffic-list.tsx';
import { ViolationList } from './violation-list.tsx';

interface TestBenchProps {
  readonly state: ControlState;
  readonly now: number;
  readonly person: ListedPerson | undefined;
  readonly transcript: readonly TranscriptEntry[];
  readonly control: (path: string, body?: object) => void;
  readonly back: () => void;
}

/** What a phone does not have: the clock, faults, and a look at the wire. */
export function TestBench({ state, now, person, transcript, control, back }: TestBenchProps) {
  return (
    <aside class="bench" aria-label="试验台">
      <header class="bench-head">
        <button type="button" class="narrow-only" onClick={back}>
          ‹ 返回
        </button>
        <h2>试验台</h2>
        {state.violationCount > 0 && (
          <a href="#violations">
            不合规 <span class="badge bad">{state.violationCount}</span>
          </a>
        )}
      </header>
      <ClockPanel now={now} nextWorkingMorning={state.nextWorkingMorning} control={control} />
      <FaultPanel planned={state.planned} person={person} control={control} />
      <ViolationList count={state.violationCount} newest={state.newestViolations} control={control} />
      <TrafficList transcript={transcript} control={control} />
    </aside>
  );
}
