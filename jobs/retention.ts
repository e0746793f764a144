import { defineJob } from '../src/schedule/job.ts';

export const retention = defineJob({
  name: 'retention',
  schedule: '20 3 * * *',
  summary: '每天夜里删除过了保存期的记录（学习和签到一年，测试的答案 90 天，离开名册的人 30 天）',
  tolerance: 1200,
  run: ({ today }, { retention: records }) => records.clear(today),
  async preview({ today }, { retention: records }) {
    return (await records.peopleToForget(today)).map((userid) => ({
      userid,
      what: '离开名册满 30 天，删除记录',
    }));
  },
});
