import { defineJob } from '../src/schedule/job.ts';

export const sendAutomatic = defineJob({
  name: 'send-automatic',
  schedule: '* * * * *',
  summary: '每分钟送出到了时间的自动消息（免打扰结束后、合并后）',
  tolerance: 5,
  run: ({ at }, { automatic }) => automatic.sendDue(at),
  async preview({ at }, { automatic }) {
    const due = await automatic.dueBy(at);
    return due.map(({ userid, subject }) => ({ userid, what: subject }));
  },
});
