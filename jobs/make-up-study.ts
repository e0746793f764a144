import { defineJob } from '../src/schedule/job.ts';

export const makeUpStudy = defineJob({
  name: 'make-up-study',
  schedule: '30 9 * * *',
  summary: '纪要导出的第二天起，把议题和决议发给那次请假的人补学',
  // In minutes: any time of that day will do.
  tolerance: 600,
  run: ({ at, today }, services) => services.makeUpStudy.announce(at, today),
  preview: ({ today }, services) => services.makeUpStudy.planned(today),
});
