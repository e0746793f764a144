import { pathOf, type ContentFolder } from './content-folder.ts';
import { usualNoticeRules, type NoticeRules } from './notice-rules.ts';
import { readNoticeRulesFile } from './notice-rules-file.ts';
import { errorAt, type Report } from './problem.ts';

const rulesFile = 'notices/rules.yaml';

/** `notices/`: how notices are released and nudged. */
export async function loadNoticesSection(folder: ContentFolder, report: Report): Promise<NoticeRules> {
  const listing = await folder.list('notices');
  const names = [...(listing?.folders ?? []), ...(listing?.files ?? [])].map((name) =>
    pathOf('notices', name),
  );
  for (const name of names.filter((one) => one !== rulesFile)) {
    report(name, [errorAt(1, '这里只放 rules.yaml。')]);
  }
  const text = names.includes(rulesFile) ? await folder.read(rulesFile) : undefined;
  if (text === undefined) return usualNoticeRules;
  const rules = readNoticeRulesFile(text);
  if (rules.problems === undefined) return rules.value;
  report(rulesFile, rules.problems);
  return usualNoticeRules;
}
