import { defineJob } from '../src/schedule/job.ts';

export const cases = defineJob({
  name: 'cases',
  // An hour after the morning's message, so that the two are not one.
  schedule: '30 9 * * *',
  summary: '每天早上提醒快到期的事项由谁办，过期的只告诉流程里写的人；有人调出时把事项转给组织',
  // In minutes: any time of that day will do.
  tolerance: 720,
  run: ({ at }, { caseRounds }) => caseRounds.go(at),
  preview: ({ at }, { caseRounds }) => caseRounds.planned(at),
});
