/** Places in a paper, in order, as one says them: `2、5 到 9、12`. */
export function placeRanges(places: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const place of places) {
    const range = ranges.at(-1);
    if (range?.last === place - 1) range.last = place;
    else ranges.push({ first: place, last: place });
  }
  return ranges.map(rangeWords).join('、');
}

function rangeWords({ first, last }: { first: number; last: number }): string {
  if (first === last) return String(first);
  return last === first + 1 ? `${first}、${last}` : `${first} 到 ${last}`;
}
