import { defineJob } from '../src/schedule/job.ts';

export const contests = defineJob({
  name: 'contests',
  schedule: '* * * * *',
  summary: '每分钟看挑战是否该邀请、该公布结果（现场竞赛另外每秒看一次）',
  // The longest challenge takes three months; what was missed in a night is still worth doing.
  tolerance: 720,
  run: ({ at }, { contestSteps }) => contestSteps.advance(at),
  preview: ({ at }, { contestSteps }) => contestSteps.planned(at),
});
