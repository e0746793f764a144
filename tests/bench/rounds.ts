/** Something that is measured once in every round. */
export interface Contender<Sample> {
  readonly name: string;
  measure(round: number): Promise<Sample>;
}

/**
 * Measures all of them, round by round, each round beginning with another one: whatever else the
 * machine is doing then falls on all alike. The answer has each contender's samples by name.
 */
export async function inRounds<Sample>(
  rounds: number,
  contenders: readonly Contender<Sample>[],
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length;
    for (const { name, measure } of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      samples.get(name)?.push(await measure(round));
    }
  }
  return samples;
}
