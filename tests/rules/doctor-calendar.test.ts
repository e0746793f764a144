import { expect, it } from 'vitest';
import { checkCalendar } from '../../src/doctor/checks/content.ts';
import { checkContent } from '../../src/library/content-check.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate, type LocalDate } from '../../src/time/local-date.ts';

/** What the doctor and the content check say of the calendars we ship: one judgement, in the same words. */
async function said(today: LocalDate) {
  const { library } = await loadLibrary('content');
  const { lines } = await checkContent('content', today);
  return { doctor: checkCalendar(library, today), check: lines.at(-1)?.split('；').at(-1) };
}

it('before December, make-up days of the next year that are not known are said and not asked for', async () => {
  expect(await said(localDate(2026, 11, 20))).toEqual({
    doctor: { subject: '放假安排', state: 'well', text: '2026、2027（调休未知）。' },
    check: '放假安排：2026、2027（调休未知）。',
  });
});

it('from December on, the notice is missing', async () => {
  expect(await said(localDate(2026, 12, 7))).toEqual({
    doctor: {
      subject: '放假安排',
      state: 'attention',
      text: '2026、2027（调休未知），还缺 2027 年的放假通知。国务院办公厅的通知发布后，照 content/calendar/ 里的样子加进去；在那之前不知道调休。',
    },
    check: '放假安排：2026、2027（调休未知），还缺 2027 年的放假通知。',
  });
});
