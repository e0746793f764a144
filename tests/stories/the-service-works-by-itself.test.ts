import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

/** The shipped content without the notice on the days off of 2027. */
async function without2027(): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, calendars: library.calendars.filter(({ year }) => year !== 2027) };
}

describe('the service works by itself', () => {
  it('sends the morning’s item late when it was down at 8:30, and not in the afternoon', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 07:00' });
    await goTo('2026-11-20 10:10');
    expect(person('林晓棠').messages()).toHaveLength(1);

    const other = await begin({ start: '2026-11-20 07:00' });
    await other.goTo('2026-11-20 14:00');
    expect(other.person('林晓棠').messages()).toHaveLength(0);
  });

  it('sends everything once although two copies of it run', async () => {
    const { person, goTo, lists } = await begin({ start: '2026-11-20 08:29', replicas: 2 });
    await goTo('2026-11-20 08:30');
    await goTo('2026-11-20 08:31');
    for (const { name } of lists.people) expect(person(name).messages().length).toBeLessThanOrEqual(1);
    expect(person('林晓棠').messages()).toHaveLength(1);
  });

  it('tells the committee once a week in December that the next year’s days off are missing', async () => {
    const { person, goTo } = await begin({ start: '2026-11-30 12:00', library: await without2027() });
    const calendarMessages = () =>
      person('钱文静')
        .messages()
        .filter(({ text }) => text.includes('还缺 2027 年的放假通知'));
    await goTo('2026-12-01 08:30'); // Tuesday, the first working day of December
    expect(calendarMessages()).toHaveLength(1);
    await goTo('2026-12-02 08:30');
    expect(calendarMessages()).toHaveLength(1);
    await goTo('2026-12-07 08:30');
    expect(calendarMessages()).toHaveLength(2);
    expect(
      person('林晓棠')
        .messages()
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain('放假通知');
  });

  it('makes one message of what falls due together', async () => {
    const { person, goTo } = await begin({ start: '2026-11-30 12:00', library: await without2027() });
    await goTo('2026-12-01 08:30');
    const qian = person('钱文静');
    expect(qian.messages()).toHaveLength(1);
    expect(qian.lastMessage()?.text).toContain('【');
  });

  it('forgets what is older than a year, and people who left the roster a month ago', async () => {
    const { person, goTo, redis, settings } = await begin({ start: '2026-11-20 09:00' });
    await person('林晓棠').says('签到');
    await person('林晓棠').says('学习');
    const keysOfLin = async () =>
      (await redis.keys(`${settings.redisPrefix}:*`)).filter((key) =>
        /(?:checkins|study):.*lin\.xiaotang$/u.test(key),
      );
    expect(await keysOfLin()).toHaveLength(2);
    await goTo('2027-11-19 04:00');
    expect(await keysOfLin()).toHaveLength(2);
    await goTo('2027-11-22 04:00');
    expect(await keysOfLin()).toHaveLength(0);
  });

  it('forgets after a year who confirmed a notice, and keeps its figures', async () => {
    const { person, goTo, settle, redis, settings } = await begin({ start: '2026-11-20 09:00' });
    const qian = person('钱文静');
    await qian.says('通知 @典藏部支部 请核对党费');
    await qian.says('确认');
    await settle();
    await person('曹磊').says('收到');
    const names = async () =>
      (await redis.keys(`${settings.redisPrefix}:{b}:notice:1:*`)).map((key) => key.split(':').at(-1));
    expect(new Set(await names())).toEqual(new Set(['life', 'outcomes', 'recipients']));

    await goTo('2027-11-22 04:00');
    expect(new Set(await names())).toEqual(new Set(['life', 'figures']));
    expect(await qian.says('回执 1')).toContain('已确认 1/2\n未确认 1');
    expect(await person('曹磊').says('我的数据')).toContain('曹磊');
  });

  it('goes on when WeCom is busy, loses answers or wants another token', async () => {
    const { person, goTo, simulator } = await begin({ start: '2026-11-20 08:29' });
    simulator.failNext('message/send', { kind: 'errcode', errcode: -1 });
    simulator.expireToken();
    await goTo('2026-11-20 08:30');
    expect(person('林晓棠').messages()).toHaveLength(1);
    simulator.failNext('message/send', { kind: 'timeoutAfterAccept' });
    await person('林晓棠').says('学习 换一条');
    expect(person('林晓棠').messages()).toHaveLength(3);
  });
});
