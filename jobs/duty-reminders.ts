import { defineJob } from '../src/schedule/job.ts';

export const dutyReminders = defineJob({
  name: 'duty-reminders',
  // Half an hour before the morning's message, so that both are one.
  schedule: '0 8 * * *',
  summary: '工作日早上提醒负责人快到期的义务，登记过的不提醒',
  // In minutes: any time of that day will do.
  tolerance: 600,
  run: ({ at }, { dutyReminders: reminders }) => reminders.remind(at),
  preview: ({ at }, { dutyReminders: reminders }) => reminders.planned(at),
});
