import type { ContentFolder } from './content-folder.ts';
import { usualNoticeRules, type NoticeRules } from './notice-rules.ts';
import { readNoticeRulesFile } from './notice-rules-file.ts';
import type { Report } from './problem.ts';
import { pathsIn, valueOf } from './section-files.ts';

const rulesFile = 'notices/rules.yaml';
const noticesFiles = { section: 'notices', known: [rulesFile], advice: '这里只放 rules.yaml。' };

/** `notices/`: how notices are released and nudged. */
export async function loadNoticesSection(folder: ContentFolder, report: Report): Promise<NoticeRules> {
  const paths = await pathsIn(noticesFiles, folder, report);
  if (!paths.includes(rulesFile)) return usualNoticeRules;
  return valueOf(rulesFile, readNoticeRulesFile, usualNoticeRules, folder, report);
}
