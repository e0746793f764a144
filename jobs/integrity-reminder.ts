import { defineJob } from '../src/schedule/job.ts';

export const integrityReminder = defineJob({
  name: 'integrity-reminder',
  // Half an hour before the morning's message, so that both are one.
  schedule: '0 8 * * *',
  summary: '长假前三个工作日发廉洁提醒，不用回复',
  tolerance: 600,
  run: ({ at }, { integrityReminder: reminder }) => reminder.send(at),
  async preview({ at }, { integrityReminder: reminder }) {
    const { holiday, people } = await reminder.planned(at);
    return people.map(({ userid }) => ({ userid, what: `${holiday?.name ?? ''}前的廉洁提醒` }));
  },
});
