import { defineJob } from '../src/schedule/job.ts';

export const notices = defineJob({
  name: 'notices',
  schedule: '* * * * *',
  summary: '每分钟：定时的通知到点发出，过时没有放行的取消，发出一天的把回执告诉发的人',
  // What is due by a slot stays due, so the next minute does what this one could not.
  tolerance: 5,
  run: ({ at }, { noticeRounds }) => noticeRounds.advance(at),
  preview: ({ at }, { noticeRounds }) => noticeRounds.planned(at),
});
