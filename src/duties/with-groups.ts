import { isMet, type Obligation } from './obligation.ts';

/**
 * The obligations of a branch with those of its groups, which are one line each: of how many groups how
 * many have met it.
 */
export function withGroups(
  own: readonly Obligation[],
  groups: readonly (readonly Obligation[])[],
): readonly Obligation[] {
  const shared = new Map<string, Obligation[]>();
  for (const obligation of groups.flat()) {
    const name = `${obligation.duty.rule.code} ${obligation.anchor}`;
    const some = shared.get(name);
    if (some === undefined) shared.set(name, [obligation]);
    else some.push(obligation);
  }
  return [...own, ...[...shared.values()].flatMap(asOne)];
}

function asOne(some: readonly Obligation[]): readonly Obligation[] {
  const [first] = some;
  if (first === undefined) return [];
  const part = some.filter(isMet).length;
  const { arranged: _arranged, ...common } = first;
  const arranged = some.find((one) => !isMet(one))?.arranged;
  return [
    {
      ...common,
      share: { part, whole: some.length, of: '个小组' },
      ...(arranged === undefined ? {} : { arranged }),
    },
  ];
}
