import { defineJob } from '../src/schedule/job.ts';

export const mondayBrief = defineJob({
  name: 'monday-brief',
  schedule: '45 8 * * *',
  summary: '每周第一个工作日 8:45 给书记送本周可以办的事，最多三件，没有就不送',
  // Later than noon it is no morning reading any more.
  tolerance: 195,
  async run({ at, today }, { calendar, brief, automatic }) {
    if (!calendar.isFirstWorkdayOfWeek(today)) return;
    await brief.send(at);
    await automatic.sendDue(at);
  },
  preview: async ({ at }, { brief }) =>
    (await brief.planned(at)).map(({ officer, toDos }) => ({
      userid: officer.userid,
      what: `本周可以办的 ${toDos.length} 件事`,
    })),
});
