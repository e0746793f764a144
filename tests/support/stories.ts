import { afterEach } from 'vitest';
import { world, type World, type WorldOptions } from './world.ts';

/**
 * Opens worlds for the stories of one file, closes them after each, and fails a story in which the
 * service did something WeCom does not document, or logged a fault.
 */
export function stories(): (options?: WorldOptions) => Promise<World> {
  const open: World[] = [];

  afterEach(async () => {
    const worlds = open.splice(0);
    await Promise.all(worlds.map((one) => one.close()));
    const violations = worlds.flatMap(({ simulator }) => simulator.violations);
    const faults = worlds.flatMap(({ logged }) => logged.filter((line) => line.includes('"level":"error"')));
    if (violations.length > 0)
      throw new Error(`against WeCom's rules: ${JSON.stringify(violations, null, 1)}`);
    if (faults.length > 0) throw new Error(`logged faults: ${faults.join('')}`);
  });

  return async (options) => {
    const opened = await world(options);
    open.push(opened);
    return opened;
  };
}
