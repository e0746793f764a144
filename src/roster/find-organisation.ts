import { distance } from 'fastest-levenshtein';
import { Refusal } from '../errors.ts';
import { comparable } from './comparable.ts';
import { quoted } from '../wording/quoted.ts';
import type { Roster } from './roster-view.ts';
import type { Organisation } from './roster.ts';

/**
 * The organisation a person means: by its whole name, else by its code, else by a part of the name
 * that only one has. Throws a Refusal that lists the candidates, or the names that come nearest.
 *
 * @param lineWith the whole line with another organisation in it, for the example
 */
export function findOrganisation(
  text: string,
  roster: Roster,
  lineWith: (organisation: string) => string = (organisation) => organisation,
): Organisation {
  const wanted = comparable(text);
  const candidates = wanted === '' ? [] : candidatesFor(wanted, roster);

  const [first, second] = candidates;
  if (first !== undefined && second === undefined) return first;
  throw new Refusal(
    first === undefined
      ? unknown(text, wanted, roster, lineWith)
      : ambiguous(text, first, candidates, roster, lineWith),
  );
}

function candidatesFor(wanted: string, roster: Roster): readonly Organisation[] {
  const { organisations } = roster;
  const named = organisations.filter(({ name }) => comparable(name) === wanted);
  if (named.length > 0) return named;
  const coded = organisations.filter(({ code }) => comparable(code) === wanted);
  if (coded.length > 0) return coded;

  // Groups often carry the name of their branch; the branch is meant, and they belong to it anyway.
  const similar = new Set(organisations.filter(({ name }) => comparable(name).includes(wanted)));
  return [...similar].filter(
    ({ code }) => roster.path(code).filter((above) => similar.has(above)).length === 1,
  );
}

/** With question, candidates and example it must fit one phone screen of 12 lines. */
const mostCandidates = 6;

function ambiguous(
  text: string,
  first: Organisation,
  candidates: readonly Organisation[],
  roster: Roster,
  lineWith: (organisation: string) => string,
): string {
  const hidden = candidates.length - mostCandidates;
  return [
    `有 ${candidates.length} 个组织符合${quoted(text)}：`,
    ...candidates.slice(0, mostCandidates).map(({ code }) => `${code}　${place(code, roster)}`),
    ...(hidden > 0 ? [`……还有 ${hidden} 个`] : []),
    `请写全称或编号，例如：${lineWith(`@${first.code}`)}`,
  ].join('\n');
}

/** The names from below the root, where all paths begin, down to the organisation. */
function place(code: string, roster: Roster): string {
  const path = roster.path(code);
  return (path.length > 1 ? path.slice(1) : path).map(({ name }) => name).join(' › ');
}

function unknown(
  text: string,
  wanted: string,
  roster: Roster,
  lineWith: (organisation: string) => string,
): string {
  const nearest = nearestNames(wanted, roster);
  const [first] = nearest;
  if (first !== undefined) {
    const names = nearest.map((name) => `@${name}`).join('、');
    const line = lineWith(`@${first}`);
    const example = line === `@${first}` ? '' : `。例如：${line}`;
    return `没有叫${quoted(text)}的组织。您是不是想写：${names}${example}`;
  }
  const example = roster.organisations.find(({ kind }) => kind === '党支部') ?? roster.organisations[0];
  if (example === undefined) return '名册里还没有组织。请先导入名册。';
  return `没有叫${quoted(text)}的组织。请写组织的名称或编号，例如：${lineWith(`@${example.name}`)}`;
}

const mostNearest = 3;

/** Names of which at most half would have to be changed. */
function nearestNames(wanted: string, { organisations }: Roster): readonly string[] {
  return organisations
    .map(({ name }) => ({ name, changes: distance(wanted, comparable(name)) }))
    .filter(({ name, changes }) => changes <= Math.max(wanted.length, name.length) / 2)
    .toSorted((a, b) => a.changes - b.changes)
    .slice(0, mostNearest)
    .map(({ name }) => name);
}
