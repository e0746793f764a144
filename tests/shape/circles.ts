/**
 * The circles among arrows: each a group of places from which one can get to every other of the group,
 * in the order of their names (Tarjan's algorithm).
 */
export function circlesIn(
  arrows: readonly (readonly [from: string, to: string])[],
): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const [from, to] of arrows) next.set(from, [...(next.get(from) ?? []), to]);

  const numbers = new Map<string, number>();
  const earliest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  for (const place of next.keys()) if (!numbers.has(place)) visit(place);
  return circles.toSorted(([a = ''], [b = '']) => a.localeCompare(b));

  /** Answers the number of the earliest place on the path that can be reached from this one. */
  function visit(place: string): number {
    const number = numbers.size;
    numbers.set(place, number);
    path.push(place);
    const reached = (next.get(place) ?? []).map((other) => {
      if (!numbers.has(other)) return visit(other);
      return path.includes(other) ? (earliest.get(other) ?? numbers.get(other) ?? number) : number;
    });
    const first = Math.min(number, ...reached);
    earliest.set(place, first);
    if (first === number) {
      const group = path.splice(path.indexOf(place));
      if (group.length > 1) circles.push(group.toSorted());
    }
    return first;
  }
}
