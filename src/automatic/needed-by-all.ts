import type { AutomaticPart } from './automatic-part.ts';

/** One that knows of its own parts whether they are still of use, and lets all others pass. */
export interface PartJudge {
  stillNeeded(
    parts: readonly AutomaticPart[],
    now: number,
  ): readonly AutomaticPart[] | Promise<readonly AutomaticPart[]>;
}

/** The parts that nobody finds out of use. */
export async function neededByAll(
  judges: readonly PartJudge[],
  parts: readonly AutomaticPart[],
  now: number,
): Promise<readonly AutomaticPart[]> {
  let needed = parts;
  for (const judge of judges) needed = await judge.stillNeeded(needed, now);
  return needed;
}
