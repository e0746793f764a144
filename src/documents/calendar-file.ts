import type { IcsEvent } from 'ts-ics';

/** One entry for people's calendars. */
export interface CalendarEntry {
  /** The same for ever, so that a later file changes the entry instead of adding another. */
  readonly id: string;
  /** Counts the changes; a calendar keeps the highest. */
  readonly sequence: number;
  readonly title: string;
  /** In milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly place?: string | undefined;
  readonly description?: string | undefined;
  readonly isCancelled: boolean;
  /** When the file was made, in milliseconds since the epoch. */
  readonly madeAt: number;
}

/** An iCalendar file (RFC 5545) with one entry, in UTC, so that no phone has to know our zone. */
export async function calendarFile(entry: CalendarEntry): Promise<Uint8Array> {
  const { id, sequence, title, start, end, place, description, isCancelled, madeAt } = entry;
  const event: IcsEvent = {
    uid: `${id}@branch-assistant`,
    sequence,
    summary: title,
    stamp: { date: new Date(madeAt) },
    start: { date: new Date(start) },
    end: { date: new Date(end) },
    ...(place === undefined ? {} : { location: place }),
    ...(description === undefined ? {} : { description }),
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
  };
  // Few ever ask for one: the library is loaded when somebody does.
  const { generateIcsCalendar } = await import('ts-ics');
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: '-//branch-assistant//meetings//ZH',
    method: isCancelled ? 'CANCEL' : 'PUBLISH',
    events: [event],
  });
  return new TextEncoder().encode(text);
}
