import { briefTitle } from '../src/brief/brief-card.ts';
import { defineJob } from '../src/schedule/job.ts';

export const mondayBrief = defineJob({
  name: 'monday-brief',
  schedule: '45 8 * * *',
  summary:
    '每周第一个工作日 8:45 给书记送本周可以办的事，最多三件，再说快到期的事项和还没确认的通知；没有就不送',
  // Later than noon it is no morning reading any more.
  tolerance: 195,
  async run({ at, today }, { calendar, brief, automatic }) {
    if (!calendar.isFirstWorkdayOfWeek(today)) return;
    await brief.send(at);
    await automatic.sendDue(at);
  },
  preview: async ({ at }, { brief }) =>
    (await brief.planned(at)).map((one) => ({ userid: one.officer.userid, what: briefTitle(one) })),
});
