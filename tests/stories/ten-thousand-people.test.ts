import { describe, expect, it, vi } from 'vitest';
import { generateRoster } from '../support/generate-roster.ts';
import { stories } from '../support/stories.ts';

// Ten thousand phones are filled here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const begin = stories();

describe('ten thousand people in 132 departments', () => {
  it('get one notice each in shared calls, and the morning’s item', async () => {
    const lists = generateRoster(132, 10_000);
    const { simulator, goTo, settle } = await begin({
      start: '2026-11-20 08:29',
      lists,
      committeeUserids: ['the.committee'],
    });
    const members = lists.people.filter(({ kind }) => kind === '正式党员' || kind === '预备党员');
    const recipients = (words: string) =>
      simulator
        .calls('message/send')
        .filter(({ body }) => JSON.stringify(body).includes(words))
        .map(({ body }) => (body as { touser: string }).touser.split('|').length);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

    const officer = lists.people.find(({ posts }) => posts.includes('工委'));
    if (officer === undefined) throw new Error('the roster has nobody of the committee');
    const committee = simulator.person(officer.userid);
    expect(await committee.says('通知 全体 周五前完成年度党费公示')).toContain('预览（还没有发出）');
    expect(await committee.says('确认')).toContain('通知 1 已交付发送');
    await settle();
    const shared = recipients('"title":"通知 1"');
    expect(sum(shared)).toBe(members.length);
    expect(shared).toHaveLength(Math.ceil(members.length / 1000));
    expect(Math.max(...shared)).toBeLessThanOrEqual(1000);
    const total = members.length.toLocaleString('en-US');
    expect(await committee.says('回执 1')).toContain(`已确认 0/${total}\n未确认 ${total}`);

    await goTo('2026-11-20 08:30');
    const spared = members.filter(({ state }) => state === '免提醒' || state === '离退').length;
    expect(sum(recipients('【每日一题】'))).toBe(members.length - spared);
  });
});
