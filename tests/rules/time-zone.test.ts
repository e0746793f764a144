import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { localDate, parseLocalDate } from '../../src/time/local-date.ts';
import { createZone } from '../../src/time/zone.ts';

const zones = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Kathmandu',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Antarctica/Casey',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
];
const from = Date.UTC(1971, 0);
const until = Date.UTC(2037, 0);

/** Instants near changes of the clock, where mistakes live, and instants anywhere. */
function instantsFor(name: string): fc.Arbitrary<number> {
  const changes: number[] = [];
  let moment: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
  while ((moment = moment.getTimeZoneTransition('next')) !== null) {
    if (moment.epochMilliseconds >= until) break;
    changes.push(moment.epochMilliseconds);
  }
  const anywhere = fc.integer({ min: from, max: until });
  if (changes.length === 0) return anywhere;
  const nearby = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * 3_600_000, max: 3 * 3_600_000 }))
    .map(([change, distance]) => change + distance);
  return fc.oneof(anywhere, nearby);
}

describe.each(zones)('the zone %s', (name) => {
  const zone = createZone(name);
  const instants = instantsFor(name);

  it('shows the same wall clock as Temporal', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const reference = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
        expect(zone.localAt(instant)).toEqual({
          date: reference.toPlainDate().toString(),
          minute: reference.hour * 60 + reference.minute,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same instant for a wall clock as Temporal, also for skipped and repeated times', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -90, max: 90 }), (instant, minutesAside) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(instant)
          .toZonedDateTimeISO(name)
          .toPlainDateTime()
          .add({ minutes: minutesAside })
          .round({ smallestUnit: 'minute', roundingMode: 'floor' });
        const date = parseLocalDate(wall.toPlainDate().toString());
        if (date === undefined) throw new Error(wall.toString());
        expect(zone.instantOf(date, wall.hour * 60 + wall.minute)).toBe(
          wall.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a zone', () => {
  it('is Shanghai unless told otherwise', () => {
    const zone = createZone();
    expect(zone.name).toBe('Asia/Shanghai');
    expect(zone.localAt(Date.parse('2026-11-20T00:30:59.999Z'))).toEqual({ date: '2026-11-20', minute: 510 });
    expect(zone.instantOf(localDate(2026, 11, 20), 510)).toBe(Date.parse('2026-11-20T00:30:00Z'));
  });

  it('takes minute 1440 for the midnight at the end of the day', () => {
    const zone = createZone();
    expect(zone.instantOf(localDate(2026, 12, 31), 1440)).toBe(zone.instantOf(localDate(2027, 1, 1), 0));
  });

  it('remembers the summer time Shanghai had until 1991', () => {
    const zone = createZone();
    expect(zone.localAt(Date.parse('1991-07-01T00:00Z'))).toEqual({ date: '1991-07-01', minute: 540 });
    expect(zone.localAt(Date.parse('1991-12-01T00:00Z'))).toEqual({ date: '1991-12-01', minute: 480 });
  });

  it('tells the operator when the name is unknown', () => {
    expect(() => createZone('Asia/Beijing')).toThrow(Fault);
    expect(() => createZone('')).toThrow(/TIMEZONE/);
  });
});
