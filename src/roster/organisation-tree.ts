import { Fault } from '../errors.ts';
import type { Organisation } from './roster.ts';

/**
 * The organisations of one roster as a tree. They stand in a row in which every organisation is
 * followed by its own subtree, so that a subtree is a stretch of the row.
 */
export interface OrganisationTree {
  readonly organisations: readonly Organisation[];
  readonly find: (code: string) => Organisation | undefined;
  /** Undefined for an unknown code. */
  readonly stretchOf: (code: string) => Stretch | undefined;
  /** From the root down to this organisation; empty for an unknown code. */
  readonly path: (code: string) => readonly Organisation[];
  /** The nearest 党支部 upwards, else the organisation itself. */
  readonly branchOf: (code: string) => Organisation | undefined;
}

/** Places in `organisations`: the first one of a subtree, and the first one behind it. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Throws a Fault unless there is exactly one root and everything hangs from it. */
export function createOrganisationTree(listed: readonly Organisation[]): OrganisationTree {
  const organisations = rootFirst(listed);
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  const stretches = stretchesOf(organisations);
  const branches = nearestBranches(organisations);

  return {
    organisations,
    find: (code) => byCode.get(code),
    stretchOf: (code) => stretches.get(code),
    path(code) {
      const upwards: Organisation[] = [];
      let at = byCode.get(code);
      while (at !== undefined) {
        upwards.push(at);
        at = at.parent === undefined ? undefined : byCode.get(at.parent);
      }
      return upwards.toReversed();
    },
    branchOf: (code) => branches.get(code) ?? byCode.get(code),
  };
}

/** Walks the tree with its own stack: a chain of organisations may be long. */
function rootFirst(listed: readonly Organisation[]): readonly Organisation[] {
  const below = new Map<string | undefined, Organisation[]>();
  for (const organisation of listed) {
    const siblings = below.get(organisation.parent);
    if (siblings) siblings.push(organisation);
    else below.set(organisation.parent, [organisation]);
  }

  const row: Organisation[] = [];
  const roots = below.get(undefined) ?? [];
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    row.push(next);
    for (const child of below.get(next.code)?.toReversed() ?? []) waiting.push(child);
  }
  if (row.length !== listed.length || roots.length > 1) {
    throw new Fault('arrange the organisations of the roster', 'import the roster file again');
  }
  return row;
}

function stretchesOf(row: readonly Organisation[]): ReadonlyMap<string, Stretch> {
  const sizes = new Map(row.map(({ code }) => [code, 1]));
  const sizeOf = (code: string) => sizes.get(code) ?? 0;
  for (const { code, parent } of row.toReversed()) {
    if (parent !== undefined) sizes.set(parent, sizeOf(parent) + sizeOf(code));
  }
  return new Map(row.map(({ code }, from) => [code, { from, until: from + sizeOf(code) }]));
}

/** By code; superiors come first in the row, so that each can ask its own. */
function nearestBranches(row: readonly Organisation[]): ReadonlyMap<string, Organisation> {
  const branches = new Map<string, Organisation>();
  for (const organisation of row) {
    const { code, kind, parent = '' } = organisation;
    const branch = kind === '党支部' ? organisation : branches.get(parent);
    if (branch) branches.set(code, branch);
  }
  return branches;
}
