import { Refusal } from '../errors.ts';
import type { LocalDate } from '../time/local-date.ts';
import { differenceText } from './difference-text.ts';
import { isSame } from './difference.ts';
import { firstLines } from './first-lines.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { prepareImport, type ImportProposal } from './prepare-import.ts';
import { problemLine, type Problem } from './problem.ts';
import { roleOfPosts } from './role.ts';
import type { RosterRequest } from './roster-request.ts';
import type { RosterStore } from './roster-store.ts';
import type { RosterLists } from './roster.ts';
import { writeRoster } from './write-roster.ts';

export interface RosterCommandParts {
  readonly store: RosterStore;
  readonly today: LocalDate;
  /** COMMITTEE_USERIDS (contract §2). */
  readonly committeeUserids: readonly string[];
  readonly print: (line: string) => void;
}

/**
 * Imports or exports the roster and prints what came of it. Answers whether all is well; throws a
 * Refusal when the file cannot be read or written at all.
 */
export function runRosterCommand(request: RosterRequest, parts: RosterCommandParts): Promise<boolean> {
  return request.verb === 'import' ? importRoster(request, parts) : exportRoster(request.file, parts);
}

type ImportRequest = Extract<RosterRequest, { verb: 'import' }>;

async function importRoster(request: ImportRequest, parts: RosterCommandParts): Promise<boolean> {
  const { store, today, print } = parts;
  const { problems, proposal } = await prepareImport(request.file, store, today);
  for (const line of problemsText(problems, request)) print(line);
  if (proposal === undefined) return false;

  if (lacksCommittee(proposal.lists, parts)) print(`提示：${noCommittee}`);
  if (isSame(proposal.difference)) {
    print('名册没有变化。');
    return true;
  }

  for (const line of proposalText(proposal, request)) print(line);
  if (request.dryRun) {
    print('没有改动。');
    return true;
  }
  return replaceRoster(proposal, parts);
}

async function replaceRoster(
  { previous, lists }: ImportProposal,
  parts: RosterCommandParts,
): Promise<boolean> {
  const outcome = await parts.store.replace(previous, lists, parts.today);
  if (outcome === 'overtaken') {
    parts.print('另一次导入刚刚先完成了，所以这次没有改动。请核对后再导入一次。');
    return false;
  }
  parts.print(`已导入：${sizeText(lists)}。`);
  return true;
}

async function exportRoster(file: string, { store, print }: RosterCommandParts): Promise<boolean> {
  const stored = await store.load();
  if (stored === undefined)
    throw new Refusal('还没有名册。请先导入，例如：npm run roster -- import 名册.xlsx');
  await writeRoster(stored.lists, file);
  print(`已导出到 ${file}：${sizeText(stored.lists)}。`);
  return true;
}

/** Errors first: they are what keeps the file out. */
function problemsText(problems: readonly Problem[], { verbose }: ImportRequest): readonly string[] {
  const linesOf = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).map(problemLine);
  const errors = linesOf('error');
  const warnings = linesOf('warning').map((line) => `提示：${line}`);
  const most = verbose ? Infinity : mostProblems;
  return [
    ...firstLines(errors, most),
    ...firstLines(warnings, most),
    ...(errors.length > 0 ? [`共 ${errors.length} 处错误，名册没有改动。`] : []),
  ];
}

const mostProblems = 200;

function proposalText(
  { previous, lists, difference }: ImportProposal,
  { verbose }: ImportRequest,
): readonly string[] {
  return differenceText(difference, {
    before: previous?.lists ?? { organisations: [], people: [] },
    after: lists,
    linesPerList: verbose ? Infinity : mostChanges,
  });
}

const mostChanges = 10;

function lacksCommittee({ people }: RosterLists, { committeeUserids }: RosterCommandParts): boolean {
  return committeeUserids.length === 0 && !people.some(({ posts }) => roleOfPosts(posts) === 'committee');
}

const noCommittee = '名册里没有职务为“工委”的人，COMMITTEE_USERIDS 也是空的，这样没有人能发通知。';

function sizeText({ organisations, people }: RosterLists): string {
  return `${groupedNumber(organisations.length)} 个组织，${groupedNumber(people.length)} 人`;
}
