import type { Piece } from './pieces.ts';

/** Pieces that stand together, with nothing between them but what joins them: 下周三下午3点到5点. */
export interface Cluster {
  readonly pieces: readonly Piece[];
  readonly start: number;
  readonly end: number;
}

const joint = /^(?:[-~—–至到\s,，、(（)）的于在从自起]|开始|左右|准时|正式)*$/u;

export function clustersOf(pieces: readonly Piece[], text: string): readonly Cluster[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && joint.test(text.slice(last.end, piece.start)))
      group.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => ({ pieces: group, start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }));
}

/**
 * The cluster, or the two, that tell when; the other ones belong to what is said besides (学习11月25日讲话).
 * A day with its time is preferred, then what stands by itself between blanks, then the earlier.
 */
export function tellingClusters(clusters: readonly Cluster[], text: string): readonly Cluster[] {
  const ranked = clusters.toSorted((a, b) => weight(b, text) - weight(a, text) || a.start - b.start);
  const [best] = ranked;
  if (best === undefined || (hasDay(best) && hasTime(best))) return ranked.slice(0, 1);
  const other = ranked.find((one) =>
    hasDay(best) ? hasTime(one) && !hasDay(one) : hasDay(one) && !hasTime(one),
  );
  return other === undefined ? [best] : [best, other].toSorted((a, b) => a.start - b.start);
}

/** Another one that tells a day and a time as plainly as the first. */
export function rivalOf(
  telling: readonly Cluster[],
  clusters: readonly Cluster[],
  text: string,
): Cluster | undefined {
  const [first] = telling;
  if (first === undefined || telling.length > 1) return undefined;
  return clusters.find(
    (one) => one !== first && hasDay(one) && hasTime(one) && weight(one, text) === weight(first, text),
  );
}

function hasDay({ pieces }: Cluster): boolean {
  return pieces.some(({ kind }) => kind === 'day' || kind === 'ahead');
}

function hasTime({ pieces }: Cluster): boolean {
  return pieces.some(({ kind }) => kind === 'clock' || kind === 'ahead' || kind === 'period');
}

function weight(cluster: Cluster, text: string): number {
  const { start, end, pieces } = cluster;
  const standsAlone = /(?:^|[\s,，。、;；:：(（和或])(?:定于|定在|改到|改为|于|在|从)?$/u.test(
    text.slice(0, start),
  );
  const endsAlone = /^(?:$|[\s,，。、;；:：)）和或]|召开|举行|开|在|准时|左右)/u.test(text.slice(end));
  return (
    (pieces.some(({ kind }) => kind === 'settled') ? 16 : 0) +
    (hasDay(cluster) && hasTime(cluster) ? 8 : hasDay(cluster) || hasTime(cluster) ? 4 : 0) +
    (standsAlone ? 2 : 0) +
    (endsAlone ? 1 : 0)
  );
}
