import { describe, expect, it } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import type { Library } from '../../src/library/library.ts';
import { noDutyRules } from '../../src/library/duty-rules.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { Person } from '../../src/roster/roster.ts';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** Everything somebody was sent, as one text. */
function sentTo({ person }: World, name: string): string {
  return person(name)
    .messages()
    .map(({ text }) => text)
    .join('\n---\n');
}

/** Lets a morning pass, minute by minute where something happens. */
async function morningOf({ goTo }: World, day: string): Promise<void> {
  for (const time of ['08:00', '08:30', '08:31', '08:45', '08:46']) await goTo(`${day} ${time}`);
}

/** The shipped content without study items and questions, so that messages hold only what the story is about. */
async function withoutStudy(): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, studyItems: [], quizQuestions: [] };
}

describe('reminders of duties', () => {
  it('go to the responsible officer on the days of the ladder, and stop once it is recorded', async () => {
    const world = await begin({ start: '2026-11-18 12:00', library: await withoutStudy() });
    // Day 20, the 45 days before the year's end, and the six months before 11 April were seen at once.
    await morningOf(world, '2026-11-20');
    expect(sentTo(world, '陈志刚')).toBe(
      [
        '机关一支部：近期要办的 7 项',
        '11月30日前：11月支委会、11月主题党日',
        '12月31日前：谈心谈话、支部书记述职、书记轮训、党员学时（0/8 人）、公布党费收缴情况',
        '办过的发“登记 名称 日期”，就不再提醒。',
        '[还差什么]',
      ].join('\n'),
    );
    expect(sentTo(world, '张三')).toContain(
      '机关一支部第一党小组：近期要办的 1 项\n11月30日前：11月党小组会',
    );
    for (const name of ['何雨晴', '林晓棠', '方一鸣']) expect(sentTo(world, name)).toBe('');

    await world.person('陈志刚').says('登记 支委会 11-20');
    await morningOf(world, '2026-11-24');
    expect(world.person('陈志刚').lastMessage()?.text).not.toContain('近期要办');
    await morningOf(world, '2026-11-27');
    expect(world.person('陈志刚').lastMessage()?.text).toContain(
      '机关一支部：近期要办的 1 项\n11月30日前：11月主题党日\n',
    );
    await world.person('陈志刚').says('登记 主题党日 11-27');
    await morningOf(world, '2026-12-01');
    expect(world.person('陈志刚').lastMessage()?.text).toContain('12月支委会、12月主题党日');
    expect(world.person('陈志刚').lastMessage()?.text).not.toContain('11月');
  });

  it('are not sent when it was recorded while they waited for the quiet hours to end', async () => {
    const world = await begin({ start: '2026-11-18 12:00', library: await withoutStudy() });
    await world.person('张三').says('免打扰 21:00-10:00');
    await morningOf(world, '2026-11-20');
    await world.person('陈志刚').says('登记 党小组会 11-19 @第一党小组');
    await world.goTo('2026-11-20 10:00');
    expect(sentTo(world, '张三')).not.toContain('近期要办');
  });

  it('go to whoever is responsible above when an organisation has no officer to be reminded', async () => {
    const world = await begin({ start: '2026-11-18 12:00', library: await withoutStudy() });
    await morningOf(world, '2026-11-20');
    // The secretary of the retired is retired: spared reminders.
    expect(sentTo(world, '董国华')).toBe('');
    expect(sentTo(world, '孙海波')).toContain(
      '【离退休干部支部：近期要办的 6 项】\n那里现在没有能提醒的班子成员，所以告诉您。\n11月30日前：11月主题党日\n',
    );
  });

  it('are sent once by two copies of the service, and not again for the same day', async () => {
    const world = await begin({ start: '2026-11-18 12:00', library: await withoutStudy(), replicas: 2 });
    await morningOf(world, '2026-11-20');
    await world.goTo('2026-11-20 09:00');
    expect(world.person('陈志刚').messages()).toHaveLength(1);
    // The clock goes back an hour and comes again.
    await world.goTo('2026-11-20 08:05');
    await morningOf(world, '2026-11-20');
    expect(world.person('陈志刚').messages()).toHaveLength(1);
  });

  it('are in the dry run and in 排期', async () => {
    const world = await begin({ start: '2026-11-19 12:00' });
    expect(await world.person('钱文静').says('排期 明天')).toContain('\n义务到期提醒：9 人\n');
    expect(await world.person('钱文静').says('排期 明天')).not.toContain('周一简报');
    await world.goTo('2026-11-22 12:00');
    expect(await world.person('钱文静').says('排期 明天')).toContain('\n周一简报：4 人\n');
  });
});

describe('the Monday brief', () => {
  it('opens the morning’s message with at most three things to do', async () => {
    const world = await begin({ start: '2026-11-19 12:00' });
    await morningOf(world, '2026-11-20');
    await world.goTo('2026-11-23 08:00');
    await world.goTo('2026-11-23 08:30');
    expect(world.person('陈志刚').messages()).toHaveLength(1);
    expect(world.person('林晓棠').messages()).toHaveLength(2);
    await world.goTo('2026-11-23 08:45');
    const [, message, ...others] = world.person('陈志刚').messages();
    expect(others).toEqual([]);
    expect(message?.text).toContain(
      [
        '本周可以办的 3 件事',
        '1 11月支委会，11月30日前　→ 发“开会 …支委会”',
        '2 11月主题党日，11月30日前　→ 发“开会 …主题党日”',
        '3 11月党小组会，已开 0/2 个小组，11月30日前　→ 发“开会 …党小组会”',
        '【支部表决的两道“半数”怎么算】',
      ].join('\n'),
    );
    expect(message?.text).toContain('看全部，发“还差什么”');
  });

  it('is nothing at all when there is nothing to do', async () => {
    const world = await begin({ start: '2026-11-20 12:00', library: await withoutStudy() });
    const chen = world.person('陈志刚');
    for (const line of [
      '支委会 11-18',
      '主题党日 11-18',
      '党小组会 11-18 @第一党小组',
      '党小组会 11-18 @第二党小组',
    ]) {
      await chen.says(`登记 ${line}`);
    }
    const before = chen.messages().length;
    await morningOf(world, '2026-11-23');
    expect(chen.messages()).toHaveLength(before);
    // 孙海波 has nothing that is due within two weeks.
    expect(sentTo(world, '孙海波')).not.toContain('本周');
  });

  it('comes on the first working day of a week, and never days later', async () => {
    const world = await begin({ start: '2026-10-07 12:00', library: await withoutStudy() });
    const chen = world.person('陈志刚');
    const briefs = () => chen.messages().filter(({ text }) => text.includes('本周可以办的'));
    // The week of the National Day begins on Thursday; its Saturday is worked.
    await morningOf(world, '2026-10-08');
    await morningOf(world, '2026-10-09');
    await morningOf(world, '2026-10-10');
    expect(briefs()).toHaveLength(0);
    await morningOf(world, '2026-10-19');
    expect(briefs()).toHaveLength(1);
    await morningOf(world, '2026-10-21');
    expect(briefs()).toHaveLength(1);
    // Who wants nothing until Wednesday is not told of Monday then.
    await world.goTo('2026-10-25 12:00');
    await chen.says('免打扰 20:00-9:00');
    await world.goTo('2026-10-26 08:45');
    await world.goTo('2026-10-28 09:30');
    expect(briefs()).toHaveLength(1);
  });

  it('names tests that end soon, with how many took them', async () => {
    const world = await begin({ start: '2026-11-20 12:00', library: await onlyQuestions() });
    const qian = world.person('钱文静');
    await qian.says('发布测试 季度测试 @机关二支部 11-20 11-25 5题');
    await qian.says('确认');
    await world.goTo('2026-11-20 12:01');
    await morningOf(world, '2026-11-23');
    expect(sentTo(world, '马晓峰')).toContain(
      '1 测试“季度测试”11月25日（周三）结束，做了 0/3 人　→ 发“提醒 测试 1”',
    );
  });
});

describe('the Monday brief tells also what is open', () => {
  it('of cases and of notices, with figures and the line that helps; nothing of what is settled', async () => {
    const world = await begin({ start: '2026-11-19 12:00', library: await onlyCases() });
    const { person, settle } = world;
    for (const [name, line] of [
      ['陈志刚', '交办 张三 11-19 写小结'],
      ['陈志刚', '交办 周琪 11-27 报名单'],
      ['陈志刚', '交办 林晓棠 12-25 写总结'],
      ['钱文静', '通知 @机关一支部 请核对名册'],
      ['钱文静', '确认'],
      ['钱文静', '通知 @机关一支部 已经都确认的通知'],
      ['钱文静', '确认'],
    ] as const) {
      await person(name).says(line);
      await settle();
    }
    const names = ['陈志刚', '何雨晴', '高美芳', '张三', '周琪', '林晓棠', '吴刚', '罗健', '徐乐乐'];
    for (const name of names) await person(name).says('收到 2');
    await person('林晓棠').says('收到 1');
    await morningOf(world, '2026-11-23');
    expect(person('陈志刚').lastMessage()?.text).toBe(
      [
        '本周还没有办完的',
        '没办完的事项 3 件：本周到期 1，过了期限 1　→ 发“事项”',
        '还没有确认：通知 1 有 8/9 人　→ 发“提醒 通知 1”',
        '[看事项] [提醒]',
      ].join('\n'),
    );
    expect(sentTo(world, '马晓峰')).toBe('');
    await person('陈志刚').taps('提醒');
    await settle();
    expect(sentTo(world, '张三')).toContain('请核对名册');
    await morningOf(world, '2026-12-14');
    expect(person('陈志刚').lastMessage()?.text).not.toContain('还没有确认');
  });
});

/** Nothing that is sent every morning, and no duties. */
async function onlyCases(): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, studyItems: [], quizQuestions: [], duties: noDutyRules };
}

async function onlyQuestions(): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, studyItems: [] };
}

describe('the greeting on the anniversary of joining', () => {
  const joinedOn = '2016-11-22' as Person['joinedOn'] & string;

  it('is private and only for whoever asked, on the working day before a day off', async () => {
    const { lists } = await begin();
    const people = lists.people.map((one) =>
      ['lin.xiaotang', 'zhou.qi'].includes(one.userid) ? { ...one, joinedOn } : one,
    );
    const world = await begin({
      start: '2026-11-19 12:00',
      lists: { ...lists, people },
      library: await withoutStudy(),
    });
    const lin = world.person('林晓棠');
    expect(await lin.says('政治生日')).toBe(
      '祝福关着，纪念日不发祝福。\n名册里您的入党日期是 2016年11月22日。\n想要的话，发“政治生日 开”。',
    );
    expect(await lin.says('政治生日 开')).toContain('已开：每年入党纪念日早上单独祝福您，不发到群里。');
    expect(await lin.says('我的数据')).toContain('政治生日祝福');
    expect(await world.person('钱文静').says('排期 明天')).toContain('政治生日祝福：1 人');
    // 22 November 2026 is a Sunday.
    const before = lin.messages().length;
    await morningOf(world, '2026-11-20');
    expect(
      lin
        .messages()
        .slice(before)
        .map(({ text }) => text),
    ).toEqual(['11月22日（周日）是您的政治生日\n2016年11月22日入党，到这一天满 10 年。愿您平安顺利。']);
    expect(sentTo(world, '周琪')).toBe('');
    await morningOf(world, '2026-11-23');
    expect(lin.messages()).toHaveLength(before + 1);
    expect(await lin.says('政治生日 关')).toContain('已关');
  });

  it('is not offered to who has no such day', async () => {
    const { person } = await begin();
    expect(await person('方一鸣').says('政治生日 开')).toBe(
      '政治生日是入党的纪念日，只对正式党员和预备党员。',
    );
    expect(await person('林晓棠').says('政治生日 好')).toContain('应当是：开、关');
  });
});

describe('the reminder before the long holidays', () => {
  it('goes to officers three working days before', async () => {
    const world = await begin({ start: '2026-09-25 12:00', library: await withoutStudy() });
    await morningOf(world, '2026-09-28');
    expect(sentTo(world, '何雨晴')).toBe(
      '国庆节前的廉洁提醒\n10月1日至10月7日放假。不收礼品礼金、消费卡和电子红包，不公车私用，不用公款吃喝送礼。也请提醒家人。拿不准的，先问机关纪委。',
    );
    expect(sentTo(world, '林晓棠')).toBe('');
    expect(sentTo(world, '董国华')).toBe('');
    await morningOf(world, '2026-09-29');
    expect(world.person('何雨晴').messages()).toHaveLength(1);
  });

  it('is in the dry run', async () => {
    const world = await begin({ start: '2026-09-27 12:00' });
    expect(await world.person('钱文静').says('排期 明天')).toContain('假期前的廉洁提醒：');
  });
});

describe('the jobs of the calendar', () => {
  it.each(['duty-reminders', 'monday-brief', 'anniversaries', 'integrity-reminder'])('include %s', (name) => {
    expect(jobs.map((job) => job.name)).toContain(name);
  });
});
