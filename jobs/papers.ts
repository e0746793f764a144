import { defineJob } from '../src/schedule/job.ts';

export const papers = defineJob({
  name: 'papers',
  schedule: '* * * * *',
  summary: '每分钟：到时间的测试自动交卷，到日子的测试通知大家，撤下的题补分',
  // What is due by a slot stays due, so the next minute does what this one could not.
  tolerance: 5,
  async run({ at }, { paperRounds, automatic }) {
    const handedIn = await paperRounds.handIn(at);
    await paperRounds.announce(at);
    await paperRounds.credit(at);
    // Whoever's time ran out is waiting in front of the phone.
    if (handedIn > 0) await automatic.sendDue(at);
  },
  preview: ({ at }, { paperRounds }) => paperRounds.planned(at),
});
