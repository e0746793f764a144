import { defineJob } from '../src/schedule/job.ts';
import { pushedStudyTo } from '../src/study/pushed-to.ts';

export const dailyPush = defineJob({
  name: 'daily-push',
  schedule: '30 8 * * *',
  summary: '工作日 8:30 给每位党员送当天的学习内容',
  // Later than noon it is no morning reading any more; 学习 still shows the item.
  tolerance: 210,
  async run({ at }, { roster, studyPush, automatic }) {
    await studyPush.push(pushedStudyTo(await roster()), at);
    await automatic.sendDue(at);
  },
  async preview({ at }, { roster, studyPush }) {
    const planned = await studyPush.plan(pushedStudyTo(await roster()), at);
    return planned.map(({ person, item }) => ({ userid: person.userid, what: `今日学习：${item.title}` }));
  },
});
