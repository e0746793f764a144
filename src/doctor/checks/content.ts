import { missingCalendarYears, type Library } from '../../library/library.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Finding } from '../finding.ts';

/** `problems`: how many `npm run content -- check` would print. */
export function checkContent(library: Library, problems: number): Finding {
  const subject = '学习内容';
  if (problems > 0)
    return {
      subject,
      state: 'ill',
      text: `有 ${problems} 处问题。请运行 npm run content -- check 逐条修改。`,
    };
  const count = library.studyItems.length;
  if (count === 0) return { subject, state: 'ill', text: '一条也没有。请在 content/study/ 里加内容。' };
  return { subject, state: 'well', text: `${count} 条。` };
}

export function checkCalendar(library: Library, today: LocalDate): Finding {
  const subject = '放假安排';
  const missing = missingCalendarYears(library, today);
  if (missing.length === 0) return { subject, state: 'well', text: '齐了。' };
  return {
    subject,
    state: 'attention',
    text: `缺 ${missing.join('、')} 年。国务院通知发布后，照 content/calendar/ 里的样子加一个文件；在那之前不知道调休。`,
  };
}
