import { calendarWords } from '../../library/calendar-words.ts';
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
  const text = `${calendarWords(library, today)}。`;
  if (missingCalendarYears(library, today).length === 0) return { subject, state: 'well', text };
  return {
    subject,
    state: 'attention',
    text: `${text}国务院办公厅的通知发布后，照 content/calendar/ 里的样子加进去；在那之前不知道调休。`,
  };
}
