import type { OrganisationRow } from './organisation-rows.ts';
import type { PersonRow } from './person-rows.ts';
import type { Problem } from './problem.ts';
import { isOfficerPost } from './role.ts';
import type { OrganisationKind } from './roster.ts';

/** Posts that will not give the rights somebody may expect from them. Nothing is wrong with the file. */
export function checkOffices(
  people: readonly PersonRow[],
  organisations: readonly OrganisationRow[],
): readonly Problem[] {
  const kinds = new Map(organisations.map(({ code, kind }) => [code, kind]));
  return people.flatMap((person) =>
    [...doubts(person, kinds.get(person.organisation))].map((message): Problem => ({
      severity: 'warning',
      sheet: '人员',
      row: person.row,
      message,
    })),
  );
}

function* doubts({ posts, kind }: PersonRow, organisation: OrganisationKind | undefined): Generator<string> {
  if (organisation === undefined) return;
  const isOfficer = posts.some(isOfficerPost);

  if (posts.includes('小组长') && !isOfficer && organisation !== '党小组') {
    yield '职务是小组长，但所属组织不是党小组，所以看不到任何人。请把组织编号改为党小组的编号。';
  }
  if (isOfficer && organisation === '工委' && !posts.includes('工委')) {
    yield '在工委任职，但职务里没有“工委”，不能使用工委的命令。需要时请写成：书记；工委';
  }
  if ((isOfficer || posts.includes('小组长')) && (kind === '入党积极分子' || kind === '群众')) {
    yield `类别是${kind}，却有党内职务，请核对。`;
  }
}
