import type { Clock } from '../../time/clock.ts';
import type { Report } from '../rules/report.ts';
import type { Changes } from './changes.ts';
import type { Happening, TranscriptEntry, ViolationEntry } from './transcript-entry.ts';

/** A demo may run for weeks; a test never gets near this many entries. */
const LONGEST = 50_000;

/** Everything that went over the wire, in order. */
export interface Transcript {
  readonly entries: readonly TranscriptEntry[];
  readonly violations: readonly ViolationEntry[];
  add(happening: Happening): void;
  /** A place for rules to report to, bound to one API. */
  reportFor(api: string): Report;
  forgetViolations(): void;
}

export function createTranscript(clock: Clock, changes: Changes): Transcript {
  const entries: TranscriptEntry[] = [];
  let violations: ViolationEntry[] = [];
  let count = 0;

  function add(happening: Happening): void {
    count += 1;
    const entry: TranscriptEntry = { ...happening, id: count, at: clock.now() };

    entries.push(entry);
    if (entry.kind === 'violation') violations.push(entry);
    if (entries.length > LONGEST) entries.shift();
    changes.announce({ kind: 'transcript', entry });
  }

  return {
    entries,
    get violations() {
      return violations;
    },
    add,
    reportFor: (api) => ({
      violation: (rule, detail) => add({ kind: 'violation', api, rule, detail }),
    }),
    forgetViolations() {
      violations = [];
      changes.announce({ kind: 'control' });
    },
  };
}
