import type { OrganisationRow } from './organisation-rows.ts';
import type { PersonRow } from './person-rows.ts';
import type { Problem } from './problem.ts';

/** Everybody belongs to an organisation of the first sheet. Without that sheet there is nothing to say. */
export function checkBelonging(
  people: readonly PersonRow[],
  organisations: readonly OrganisationRow[],
): readonly Problem[] {
  if (organisations.length === 0) return [];
  const codes = new Set(organisations.map(({ code }) => code));
  const similar = new Map([...codes].flatMap((code) => (code === undefined ? [] : [[loose(code), code]])));

  return people.flatMap(({ row, organisation }): Problem[] => {
    if (organisation === undefined || codes.has(organisation)) return [];
    const meant = similar.get(loose(organisation));
    const hint = meant === undefined ? '' : `是不是 ${meant}？（请把这一列的格式设为“文本”）`;
    return [
      { severity: 'error', sheet: '人员', row, message: `组织编号 ${organisation} 不在组织表中。${hint}` },
    ];
  });
}

/** Excel drops the zeros in front when a code is kept as a number. */
function loose(code: string): string {
  return code.toLowerCase().replace(/^0+(?=.)/, '');
}
