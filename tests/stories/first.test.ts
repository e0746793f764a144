import { expect, it } from 'vitest';
import { world } from '../support/world.ts';
it('talks', async () => {
  const w = await world();
  try {
    const lin = w.person('林晓棠');
    for (const line of ['签到','签到','学习','已学','我的','qiandao','帮助','搜索 党费','我的数据','通知','哈哈哈']) console.log(line, '→', await lin.says(line));
    const chen = w.person('陈志刚');
    for (const line of ['成员','统计','提醒 学习','帮助']) console.log(line, '→', await chen.says(line));
    const zhao = w.person('钱文静');
    for (const line of ['通知 全体 周五前完成年度党费公示，回复收到']) console.log(line, '→', await zhao.says(line));
    console.log((await zhao.taps('确认')).answer);
    await w.settle();
    console.log(zhao.lastMessage()?.text);
    console.log(lin.lastMessage()?.text);
    await lin.taps('收到');
    await w.settle();
    console.log(await zhao.says('回执 1'));
    console.log(w.simulator.violations, w.logged);
    expect(w.simulator.violations).toEqual([]);
  } finally { await w.close(); }
}, 30000);
