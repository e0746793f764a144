/**
 * The names of sheets as Excel takes them: at most 31 characters, none of `[]:*?/\`, no apostrophe at the
 * ends, and no name twice in any case.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const free = unlike(taken, possible(name));
    taken.add(free.toLowerCase());
    return free;
  });
}

const longest = 31;

function possible(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF[\]:*?/\\]/gu, '_')
    .slice(0, longest)
    .toWellFormed()
    .replace(/^['\s]+|['\s]+$/gu, '');
  // Excel keeps the name History for itself.
  return plain === '' || plain.toLowerCase() === 'history' ? `表${plain}` : plain;
}

function unlike(taken: ReadonlySet<string>, name: string): string {
  for (let number = 2, candidate = name; ; number += 1) {
    if (!taken.has(candidate.toLowerCase())) return candidate;
    const ending = ` ${number}`;
    candidate = name.slice(0, longest - ending.length) + ending;
  }
}
