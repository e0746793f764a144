import { defineJob } from '../src/schedule/job.ts';

export const surveys = defineJob({
  name: 'surveys',
  schedule: '* * * * *',
  summary: '每分钟：到日子的测评通知大家，截止的合计结果并删除答卷',
  // What is due by a slot stays due, so the next minute does what this one could not.
  tolerance: 5,
  async run({ at }, { surveyRounds }) {
    await surveyRounds.announce(at);
    await surveyRounds.count(at);
  },
  preview: ({ at }, { surveyRounds }) => surveyRounds.planned(at),
});
