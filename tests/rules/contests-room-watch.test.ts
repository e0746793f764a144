import { describe, expect, it } from 'vitest';
import { createRoomWatch } from '../../src/contests/room-watch.ts';
import { createLog } from '../../src/log.ts';
import { eventually } from '../support/eventually.ts';

/** A watch over rooms in which `advance` says what happens; it looks every millisecond. */
function watched(advance: () => Promise<number>) {
  const logged: string[] = [];
  const seen = { looks: 0, written: 0 };
  const watch = createRoomWatch({
    steps: {
      advanceRooms(at) {
        expect(at).toBe(42);
        seen.looks += 1;
        return advance();
      },
    },
    clock: { now: () => 42 },
    log: createLog('info', { write: (line) => void logged.push(line) }),
    written: () => void (seen.written += 1),
    every: 1,
  });
  return { watch, seen, logged };
}

describe('the watch over live rooms', () => {
  it('looks again and again, and no more when it was stopped', async () => {
    const { watch, seen } = watched(() => Promise.resolve(0));
    watch.start();
    await eventually(() => expect(seen.looks).toBeGreaterThan(3));
    await watch.stop();
    const { looks } = seen;
    await watch.look();
    expect(seen.looks).toBe(looks + 1);
    expect(seen.written).toBe(0);
  });

  it('has messages sent at once when a room went on', async () => {
    const { watch, seen } = watched(() => Promise.resolve(2));
    await watch.look();
    expect(seen.written).toBe(1);
  });

  it('does not look twice at the same time', async () => {
    let finish = (): void => {};
    const { watch, seen } = watched(() => new Promise((resolve) => (finish = () => resolve(0))));
    const looks = [watch.look(), watch.look()];
    expect(seen.looks).toBe(1);
    finish();
    await Promise.all(looks);
    const again = watch.look();
    expect(seen.looks).toBe(2);
    finish();
    await again;
  });

  it('goes on after a failure, and says so once until it is mended', async () => {
    let isDown = true;
    const { watch, logged } = watched(() =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve(0),
    );
    await watch.look();
    await watch.look();
    expect(logged).toHaveLength(1);
    isDown = false;
    await watch.look();
    isDown = true;
    await watch.look();
    expect(logged).toHaveLength(2);
  });
});
