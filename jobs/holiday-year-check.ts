import { missingNoticeWords } from '../src/library/calendar-words.ts';
import { missingCalendarYears } from '../src/library/library.ts';
import type { Announcement } from '../src/automatic/automatic.ts';
import { defineJob, type Slot } from '../src/schedule/job.ts';
import type { JobServices } from '../src/services.ts';
import { monthOf, yearOf, type LocalDate } from '../src/time/local-date.ts';
import type { WorkCalendar } from '../src/time/work-calendar.ts';

export const holidayYearCheck = defineJob({
  name: 'holiday-year-check',
  schedule: '30 8 * 12 *',
  summary: '12 月起，还缺下一年的放假通知时，每周告诉机关工委一次',
  tolerance: 600,
  async run(slot, services) {
    const announcement = await announcementOf(slot, services);
    if (announcement === undefined) return;
    await services.automatic.announce(announcement, slot.at);
    await services.automatic.sendDue(slot.at);
  },
  async preview(slot, services) {
    const announcement = await announcementOf(slot, services);
    return (announcement?.userids ?? []).map((userid) => ({ userid, what: announcement?.card.title ?? '' }));
  },
});

async function announcementOf(
  { today }: Slot,
  { library, calendar, roster }: JobServices,
): Promise<Announcement | undefined> {
  const missing = missingCalendarYears(library, today).find((year) => year > yearOf(today));
  if (missing === undefined || !isTimeToSay(today, calendar)) return undefined;
  const { people } = await roster();
  return {
    userids: people.filter(({ posts }) => posts.includes('工委')).map(({ userid }) => userid),
    subject: `calendar-${missing}-${today}`,
    card: {
      title: missingNoticeWords([missing]),
      body: `国务院办公厅的通知发布后，请让运维人员把它加到 content/calendar/${missing}.yaml。\n在那之前，${missing} 年的调休不会算进推送和提醒。`,
      buttons: [],
    },
  };
}

/** Once a week is often enough; December's own first working day counts as the first of its week. */
function isTimeToSay(today: LocalDate, calendar: WorkCalendar): boolean {
  if (!calendar.isWorkday(today)) return false;
  return calendar.isFirstWorkdayOfWeek(today) || monthOf(calendar.previousWorkday(today)) !== monthOf(today);
}
