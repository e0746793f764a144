import { morningTimes } from '../src/brief/morning-times.ts';
import { plannedWords } from '../src/morning/planned-text.ts';
import { pushedStudyTo } from '../src/morning/pushed-to.ts';
import { defineJob, type Slot } from '../src/schedule/job.ts';
import type { JobServices } from '../src/services.ts';

export const dailyPush = defineJob({
  name: 'daily-push',
  schedule: '30 8 * * *',
  summary: '工作日 8:30 给每位党员送当天的学习内容和一道题；周一书记的和 8:45 的简报合成一条',
  // Later than noon it is no morning reading any more; 学习 still shows the item.
  tolerance: 210,
  async run(slot, services) {
    for (const { people, at } of await morningGroups(slot, services)) {
      await services.morningPush.push(people, at);
    }
    await services.automatic.sendDue(slot.at);
  },
  async preview(slot, services) {
    const groups = await morningGroups(slot, services);
    const planned = await Promise.all(groups.map(({ people, at }) => services.morningPush.plan(people, at)));
    return planned.flat().map((one) => ({ userid: one.person.userid, what: plannedWords(one) }));
  },
});

/** Everybody now, but for those whose message opens with the Monday brief. */
async function morningGroups({ at, today }: Slot, services: JobServices) {
  const roster = await services.roster();
  const times = morningTimes(roster, today, services);
  const people = pushedStudyTo(roster);
  const later = people.filter(({ userid }) => times.opensWithBrief(userid));
  const [first] = later;
  return [
    { people: people.filter(({ userid }) => !times.opensWithBrief(userid)), at },
    ...(first === undefined ? [] : [{ people: later, at: Math.max(at, times.alongside(first.userid)) }]),
  ];
}
