import { pushedStudyTo } from '../src/morning/pushed-to.ts';
import { defineJob } from '../src/schedule/job.ts';

export const reviews = defineJob({
  name: 'reviews',
  schedule: '*/10 * * * *',
  summary: '到各人自己定的时间，送一道该复习的错题',
  tolerance: 9,
  async run({ at, today, minute }, { roster, reviewPush, automatic }) {
    await reviewPush.push(pushedStudyTo(await roster()), { date: today, minute }, at);
    await automatic.sendDue(at);
  },
  async preview({ at, today, minute }, { roster, reviewPush }) {
    const planned = await reviewPush.plan(pushedStudyTo(await roster()), { date: today, minute }, at);
    return planned.map(({ person }) => ({ userid: person.userid, what: '复习一道错题' }));
  },
});
