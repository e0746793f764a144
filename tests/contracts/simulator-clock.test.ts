import { describe, expect, it } from 'vitest';

import { createFrozenClock } from '../../src/simulator/frozen-clock.ts';
import { createMovableClock } from '../../src/simulator/movable-clock.ts';
import { nextWorkingMorning } from '../../src/simulator/next-working-morning.ts';
import { FRIDAY_MORNING, startBench } from './simulator-scripted-bot.ts';

describe('a movable clock', () => {
  it('runs on from where it was moved to', () => {
    const real = createFrozenClock(1_000_000);
    const clock = createMovableClock(real);
    expect([clock.now(), clock.offset()]).toEqual([1_000_000, 0]);

    clock.move(5_000_000);
    real.advance(1000);
    expect([clock.now(), clock.offset()]).toEqual([5_001_000, 4_000_000]);
  });
});

describe('a frozen clock', () => {
  it('stands still until it is moved', () => {
    const clock = createFrozenClock(1000);
    clock.advance(500);
    expect([clock.now(), clock.offset()]).toEqual([1500, 500]);
    clock.move(200);
    expect([clock.now(), clock.offset()]).toEqual([200, -800]);
  });
});

describe('the next working morning', () => {
  it.each([
    ['2026-11-20T08:28:59+08:00', '2026-11-20T08:29:00+08:00'],
    ['2026-11-20T08:29:00+08:00', '2026-11-23T08:29:00+08:00'],
    ['2026-11-21T12:00:00+08:00', '2026-11-23T08:29:00+08:00'],
    ['2026-11-23T00:00:00+08:00', '2026-11-23T08:29:00+08:00'],
    ['2026-12-31T23:59:59+08:00', '2027-01-01T08:29:00+08:00'],
  ])('after %s is %s', (now, morning) => {
    expect(new Date(nextWorkingMorning(Date.parse(now)))).toEqual(new Date(morning));
  });
});

describe('moving the simulator’s clock', () => {
  it('tells whoever wants to know, and every callback has the new time', async () => {
    const moves: number[] = [];
    const bench = await startBench({
      afterMove: () => {
        moves.push(bench.clock.now());
        return Promise.resolve();
      },
    });
    const monday = FRIDAY_MORNING + 3 * 24 * 60 * 60 * 1000;

    await bench.simulator.moveClock(monday);
    const { xml } = await bench.simulator.person('LinXT').types('早上好');

    expect(moves).toEqual([monday]);
    expect(xml).toContain(`<CreateTime>${monday / 1000}</CreateTime>`);
    await bench.close();
  });
});
