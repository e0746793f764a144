import { parseArgs } from 'node:util';

/** How often everything is measured; medians are taken over these rounds. */
export interface Rounds {
  readonly turns: number;
  readonly rooms: number;
  readonly coldStart: number;
  readonly delivery: number;
}

/** `--quick` takes half a minute and tells the order of things; without it, three minutes. */
export function readRounds(words: readonly string[]): Rounds {
  const { values } = parseArgs({ args: [...words], options: { quick: { type: 'boolean', default: false } } });
  return values.quick
    ? { turns: 3, rooms: 1, coldStart: 3, delivery: 1 }
    : { turns: 9, rooms: 3, coldStart: 9, delivery: 3 };
}
