/** How often everything is measured; medians are taken over these rounds. */
export interface Rounds {
  readonly turns: number;
  readonly rooms: number;
  readonly coldStart: number;
  readonly delivery: number;
}

/**
 * `--quick` takes half a minute and tells the order of things; without it, three minutes. Anything else is
 * not understood: `undefined`.
 */
export function readRounds(words: readonly string[]): Rounds | undefined {
  if (words.some((word) => word !== '--quick')) return undefined;
  return words.includes('--quick')
    ? { turns: 3, rooms: 1, coldStart: 3, delivery: 1 }
    : { turns: 9, rooms: 3, coldStart: 9, delivery: 5 };
}
