import type { Automatic } from '../automatic/automatic.ts';
import type { AutomaticPart } from '../automatic/automatic-part.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { BriefNoteSource } from './brief-note.ts';
import { briefCard } from './brief-card.ts';
import { briefedIn } from './briefed.ts';
import type { PlannedBrief } from './planned-brief.ts';
import type { ToDoSource } from './to-do.ts';

/** The Monday brief: at most three things to do this week and what else is open, or nothing at all. */
export interface Brief {
  /** Lets each officer's brief wait for its time, on the first working day of a week. Can be run again. */
  send(at: number): Promise<void>;
  /** Of these automatic parts, those that are no brief of another day. */
  stillNeeded(parts: readonly AutomaticPart[], now: number): readonly AutomaticPart[];
  /** Who would get what; changes nothing. */
  planned(at: number): Promise<readonly PlannedBrief[]>;
}

export interface BriefParts {
  readonly sources: readonly ToDoSource[];
  readonly noteSources: readonly BriefNoteSource[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly automatic: Pick<Automatic, 'announce'>;
  roster(): Promise<Roster>;
}

export function createBrief({ sources, noteSources, calendar, zone, automatic, roster }: BriefParts): Brief {
  return {
    planned,
    stillNeeded(waiting, now) {
      const today = `brief-${zone.localAt(now).date}-`;
      return waiting.filter(({ subject }) => !subject.startsWith('brief-') || subject.startsWith(today));
    },
    async send(at) {
      const { date: today } = zone.localAt(at);
      for (const one of await planned(at)) {
        const { userid } = one.officer;
        const subject = `brief-${today}-${userid}`;
        await automatic.announce({ userids: [userid], subject, card: briefCard(one) }, at);
      }
    },
  };

  async function planned(at: number): Promise<readonly PlannedBrief[]> {
    const { date: today } = zone.localAt(at);
    if (!calendar.isFirstWorkdayOfWeek(today)) return [];
    const current = await roster();
    const briefed = briefedIn(current);
    const around = { roster: current, at, today };
    const [contributions, noted] = await Promise.all([
      Promise.all(sources.map((source) => source(briefed, around))),
      Promise.all(noteSources.map((source) => source(briefed, around))),
    ]);
    return briefed.flatMap((one, index) => {
      const toDos = contributions
        .flatMap((of) => of[index] ?? [])
        .toSorted((a, b) => (a.due < b.due ? -1 : 1))
        .slice(0, mostToDos);
      const notes = noted.flatMap((of) => of[index] ?? []);
      return toDos.length + notes.length === 0 ? [] : [{ ...one, toDos, notes }];
    });
  }
}

/** Issue: at most three, so that the brief is read and done. */
const mostToDos = 3;
