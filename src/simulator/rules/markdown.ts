import type { Report } from './report.ts';

/** What the Markdown of application messages does not have, and how one sees it (protocol §4.2.1). */
const UNSUPPORTED: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['列表', /^\s*(?:[-*+]|\d+\.)\s+\S/m],
  ['表格', /^\s*\|.*\|\s*$/m],
  ['图片', /!\[[^\]]*\]\(/],
  ['代码块', /^\s*(?:```|~~~)/m],
  ['分隔线', /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/m],
  ['删除线', /~~[^~\n]+~~/],
  ['斜体', /(?<![*\w])\*(?![*\s])[^*\n]+(?<![*\s])\*(?![*\w])/],
  ['提到某人', /<@[^>]*>/],
];

const FONT_OPENING = /^<font color="(?:info|comment|warning)">$/;
const TAG = /<\/?[a-z][^>]*>/gi;

/** Reports whatever would be shown as raw text. */
export function checkMarkdown(content: string, report: Report): void {
  const withoutCode = content.replaceAll(/`[^`\n]+`/g, '');

  for (const [what, pattern] of UNSUPPORTED) {
    if (pattern.test(withoutCode)) {
      report.violation('unsupported-markdown', `应用消息的 Markdown 不支持${what}，会显示成原文`);
    }
  }

  for (const [tag] of withoutCode.matchAll(TAG)) {
    if (tag === '</font>' || FONT_OPENING.test(tag)) continue;
    report.violation('unsupported-markdown', `应用消息的 Markdown 不支持 ${tag}，会显示成原文`);
  }
}
