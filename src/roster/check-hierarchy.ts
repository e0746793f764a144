import type { OrganisationRow } from './organisation-rows.ts';
import type { Problem } from './problem.ts';
import type { OrganisationKind } from './roster.ts';

/**
 * The rules about who is above whom: one root, known superiors, no circle. What is merely unusual is
 * a warning, because contract §5 says nothing about it and organisations differ.
 */
export function checkHierarchy(rows: readonly OrganisationRow[]): readonly Problem[] {
  if (rows.length === 0) return [];
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return [
    ...rows.flatMap((row) => checkSuperior(row, byCode)),
    ...checkRoot(rows),
    ...circles(rows, byCode).map(circleProblem),
  ];
}

type RowsByCode = ReadonlyMap<string | undefined, OrganisationRow>;

function checkSuperior({ row, kind, parent }: OrganisationRow, byCode: RowsByCode): Problem[] {
  if (parent === undefined) return [];
  const superior = byCode.get(parent);
  if (superior === undefined) {
    return [{ severity: 'error', sheet: '组织', row, message: `上级编号 ${parent} 不在组织表中。` }];
  }
  if (kind === undefined || superior.kind === undefined) return [];
  if (usualSuperiors[kind].includes(superior.kind)) return [];
  const message = `${kind}在${superior.kind}下面，这不多见，请核对上级编号 ${parent}。`;
  return [{ severity: 'warning', sheet: '组织', row, message }];
}

const usualSuperiors: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  工委: [],
  机关党委: ['工委', '机关党委'],
  党总支: ['工委', '机关党委'],
  党支部: ['工委', '机关党委', '党总支'],
  党小组: ['党支部'],
};

function checkRoot(rows: readonly OrganisationRow[]): Problem[] {
  const roots = rows.filter(({ parent }) => parent === undefined);
  if (roots.length === 1) return [];
  const message =
    roots.length === 0
      ? '没有最上级组织。请让一个组织的上级编号空着。'
      : `有 ${roots.length} 个组织的上级编号是空的：${roots.slice(0, 5).map(place).join('、')}。只能有一个最上级组织。`;
  return [{ severity: 'error', sheet: '组织', message }];
}

function place({ row, name, code }: OrganisationRow): string {
  return `第 ${row} 行 ${name ?? code ?? ''}`.trimEnd();
}

/** Each circle once. */
function circles(rows: readonly OrganisationRow[], byCode: RowsByCode): OrganisationRow[][] {
  const done = new Set<OrganisationRow>();
  const found: OrganisationRow[][] = [];
  for (const start of rows) {
    const walked: OrganisationRow[] = [];
    const onThisWalk = new Set<OrganisationRow>();
    let at: OrganisationRow | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      onThisWalk.add(at);
      walked.push(at);
      at = at.parent === undefined ? undefined : byCode.get(at.parent);
    }
    if (at !== undefined && onThisWalk.has(at)) found.push(walked.slice(walked.indexOf(at)));
  }
  return found;
}

function circleProblem(circle: readonly OrganisationRow[]): Problem {
  const codes = circle.map(({ code }) => code);
  const shown = codes.length > mostCodes ? [...codes.slice(0, mostCodes), '……'] : codes;
  const path = [...shown, codes[0]].join(' → ');
  const row = circle.reduce((first, member) => Math.min(first, member.row), Infinity);
  return { severity: 'error', sheet: '组织', row, message: `上级编号绕成了一个圈：${path}。` };
}

const mostCodes = 10;
