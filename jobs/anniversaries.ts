import { defineJob } from '../src/schedule/job.ts';

export const anniversaries = defineJob({
  name: 'anniversaries',
  // Half an hour before the morning's message, so that both are one.
  schedule: '0 8 * * *',
  summary: '入党纪念日早上，单独祝福自己开了“政治生日”的人',
  tolerance: 600,
  run: ({ at }, { greetings }) => greetings.send(at),
  preview: async ({ at }, { greetings }) =>
    (await greetings.planned(at)).map(({ person, years }) => ({
      userid: person.userid,
      what: `政治生日祝福：${years} 周年`,
    })),
});
