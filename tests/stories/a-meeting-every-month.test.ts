import { describe, expect, it } from 'vitest';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

function invitationsOf(user: SimulatedUser): readonly string[] {
  return user
    .messages()
    .map(({ text }) => text.split('\n').slice(0, 2).join(' '))
    .filter((text) => /^会议 \d+ · 主题党日/u.test(text));
}

describe('a meeting on a fixed day of every month', () => {
  it('is called once for each month, five working days before, on the day that the work calendar gives', async () => {
    const { person, goTo, settle } = await begin({ replicas: 2 });
    const chen = person('陈志刚');
    expect(await chen.says('开会 每月16号下午3点 主题党日 党员之家')).toBe(
      [
        '请核对：主题党日',
        '12月16日（周三）15:00 · 党员之家',
        '每月16号都开，遇休息日顺延；上面是第一次。',
        '应到 9 人（正式 8、预备 1）',
        '主题要在会前商定。',
        '议题：',
        '1 第一议题：集中学习',
        '2 过组织生活',
        '3 民主议事',
        '4 志愿服务',
        '通知：12月9日（周三）9:00起，9 人',
        '提醒：12月15日15:00没回复的人，当天14:00要参加的人',
        '[确认] [取消] [改时间]',
      ].join('\n'),
    );
    expect(await chen.says('确认')).toBe(
      '已定下，第一次12月9日（周三）9:00 起通知大家。\n每月的这个会已记下（1 号）。不要了发“停止每月会议 1”。',
    );
    await goTo('2026-12-09 08:50');
    expect(invitationsOf(person('林晓棠'))).toEqual([]);
    await goTo('2026-12-09 09:00');
    await settle();
    await goTo('2026-12-09 09:10');
    expect(invitationsOf(person('林晓棠'))).toEqual(['会议 1 · 主题党日 12月16日（周三）15:00 · 党员之家']);

    // 16 January 2027 is a Saturday.
    await goTo('2027-01-11 09:00');
    expect(invitationsOf(person('林晓棠'))).toEqual([
      '会议 1 · 主题党日 12月16日（周三）15:00 · 党员之家',
      '会议 2 · 主题党日 1月18日（周一）15:00 · 党员之家',
    ]);
  });

  it('is called at once when the first of its days is near', async () => {
    const { person, settle, goTo } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 每月25号下午3点 主题党日 党员之家');
    expect(await chen.says('确认')).toContain('会议 1 定好了，已通知 8 人。');
    await settle();
    expect(invitationsOf(person('林晓棠'))).toHaveLength(1);
    await goTo('2026-12-18 09:00');
    expect(invitationsOf(person('林晓棠'))).toHaveLength(2);
  });

  it('asks for the hour like any other', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('开会 每月第一个周五 主题党日')).toBe(
      '还没有定几点。\n请选一个，或直接发：开会 每月第一个周五15:00 主题党日\n[15:00] [9:00] [10:00]',
    );
    expect(await chen.says('开会 每月第一个周五3点 主题党日')).toContain('3点没有说是上午还是下午。');
    await chen.taps('15:00');
    await chen.sees('12月4日（周五）15:00');
  });

  it('is listed and stopped by the officers of its organisation; what was called stays', async () => {
    const { person, goTo, settle } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 每月25号下午3点 主题党日 党员之家');
    await chen.says('确认');
    await settle();
    expect(await person('何雨晴').says('每月会议')).toBe(
      '每月的会议：\n1 每月25号 15:00 主题党日 · 党员之家\n不要了，发“停止每月会议 1”。',
    );
    expect(await person('马晓峰').says('每月会议')).toContain('还没有定每月的会议');
    expect(await person('马晓峰').says('停止每月会议 1')).toContain('没有您能停的第 1 号每月会议');
    expect(await chen.says('停止每月会议 1')).toBe(
      '已停止：每月25号 15:00 主题党日 · 党员之家。\n已经通知过的那一次照常；也不开了，发“取消会议”。',
    );
    expect(await chen.says('停止每月会议 1')).toContain('已经停了');
    await goTo('2026-12-18 09:00');
    expect(invitationsOf(person('林晓棠'))).toHaveLength(1);
    expect(await person('林晓棠').says('会议 1')).toContain('主题党日');
  });

  it('passes over a month that a downtime swallowed', async () => {
    const { person, goTo } = await begin();
    await person('陈志刚').says('开会 每月16号下午3点 主题党日 党员之家');
    await person('陈志刚').says('确认');
    await goTo('2026-12-20 09:00');
    await goTo('2027-01-11 09:00');
    expect(invitationsOf(person('林晓棠'))).toEqual(['会议 1 · 主题党日 1月18日（周一）15:00 · 党员之家']);
  });
});
