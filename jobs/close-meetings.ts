import { defineJob } from '../src/schedule/job.ts';

export const closeMeetings = defineJob({
  name: 'close-meetings',
  schedule: '*/10 * * * *',
  summary: '每十分钟：签到时间过了的会记为开过，记学时和职责；没有人签到的问召集人',
  // What is due by a slot stays due, so the next slot does what this one could not.
  tolerance: 10,
  run: ({ at }, { closeDue }) => closeDue.close(at),
  preview: ({ at }, { closeDue }) => closeDue.planned(at),
});
