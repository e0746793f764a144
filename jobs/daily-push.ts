import { defineJob } from '../src/schedule/job.ts';
import { plannedWords } from '../src/morning/planned-text.ts';
import { pushedStudyTo } from '../src/morning/pushed-to.ts';

export const dailyPush = defineJob({
  name: 'daily-push',
  schedule: '30 8 * * *',
  summary: '工作日 8:30 给每位党员送当天的学习内容和一道题',
  // Later than noon it is no morning reading any more; 学习 still shows the item.
  tolerance: 210,
  async run({ at }, { roster, morningPush, automatic }) {
    await morningPush.push(pushedStudyTo(await roster()), at);
    await automatic.sendDue(at);
  },
  async preview({ at }, { roster, morningPush }) {
    const planned = await morningPush.plan(pushedStudyTo(await roster()), at);
    return planned.map((one) => ({ userid: one.person.userid, what: plannedWords(one) }));
  },
});
