import { defineJob } from '../src/schedule/job.ts';

export const monthlyMeetings = defineJob({
  name: 'monthly-meetings',
  schedule: '*/10 * * * *',
  summary: '到会前五个工作日的 9:00，通知每月固定开的会',
  // What is due by a slot stays due until the meeting begins.
  tolerance: 15,
  run: ({ at }, { meetingSeries }) => meetingSeries.call(at),
  preview: ({ at }, { meetingSeries }) => meetingSeries.planned(at),
});
