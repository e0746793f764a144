import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/time/local-date.ts';
import { callMeeting, changeMeeting, meetingsOf } from '../support/call-meeting.ts';
import { replaceRoster } from '../support/replace-roster.ts';
import { spokenCode } from '../support/spoken-code.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('the officers of a branch', () => {
  it('see how many came, who is missing, and how many a vote still needs', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const { person } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    for (const name of ['陈志刚', '何雨晴', '徐乐乐']) await person(name).says(`签到 ${code}`);
    await person('罗健').says(`签到 ${code} 线上`);
    expect(await person('陈志刚').says('考勤 1')).toBe(
      [
        '党员大会 · 应到 9，实到 4（截至 15:04）',
        `当前签到码 ${code}（还有 60 秒）`,
        '有表决权 8（按名单），已到会 2，线上 1 没有算',
        '表决需半数以上，即 4 人：还差 2 人',
        '请假 0，未到 5：林晓棠、张三、周琪、吴刚、高美芳',
        '实到里：线上 1',
        '有表决权的人数不对，发“考勤 1 有表决权 8”这样改。',
        '[换码] [代签] [名单]',
      ].join('\n'),
    );
    expect(await person('何雨晴').says('考勤 1 有表决权 4')).toContain(
      '有表决权 4（书记填的），已到会 2，线上 1 没有算\n表决需半数以上，即 2 人：够了\n',
    );
    expect(await person('陈志刚').says('考勤 1 有表决权 10')).toBe(
      '应到 9 人，有表决权的要在 1 到 9 之间。例如：考勤 1 有表决权 8',
    );
  });

  it('see both numbers where the agenda is about admitting somebody and they differ', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    await callMeeting(world, { at: '2026-11-25 15:00', agenda: ['学习', '接收徐乐乐为预备党员'] });
    const said = await world.person('陈志刚').says('考勤 1');
    expect(said).toContain(
      '\n表决需半数以上，即 4 人：还差 4 人\n接收、转正需超过半数，即 5 人：还差 5 人\n',
    );
    expect(await world.person('陈志刚').says('考勤 1 有表决权 7')).not.toContain('超过半数');
  });

  it('are told no number for an election', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    await callMeeting(world, { at: '2026-11-25 15:00', type: 'electionAssembly', title: '换届大会' });
    const said = await world.person('陈志刚').says('考勤 1');
    expect(said).toContain('到会人数和票数以上级批复、选举办法为准，助手不判断');
    expect(said).not.toMatch(/够了|还差/u);
  });

  it('read the roll, and the officers above read figures without names', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    await person('陈志刚').says(`签到 ${await spokenCode(world)}`);
    await person('何雨晴').says(`签到 ${await spokenCode(world)} 线上`);
    await goTo('2026-11-25 15:05');
    await person('周琪').says(`签到 ${await spokenCode(world)}`);
    await person('陈志刚').says('代签 1 吴刚');
    expect(await person('何雨晴').says('考勤 1 名单')).toBe(
      [
        '党员大会（会议 1）· 应到 9，实到 4（截至 15:05）',
        '到会 2：陈志刚、吴刚',
        '迟到 1：周琪',
        '线上 1：何雨晴',
        '未到 5：林晓棠、张三、高美芳、罗健、徐乐乐',
        '其中代签 1：吴刚',
      ].join('\n'),
    );
    for (const above of ['孙海波', '赵明远']) {
      expect(await person(above).says('考勤 1')).toContain('请假 0，未到 5\n');
      expect(await person(above).says('考勤 1 名单')).toBe(
        '党员大会（会议 1）· 应到 9，实到 4（截至 15:05）\n名单只给开会的组织自己的负责人看。\n各单位的人数发“导出 考勤 1”。',
      );
    }
    for (const line of ['考勤 1', '签到码 1', '代签 1 周琪', '补签 1 周琪 忘了', '考勤 1 结束']) {
      expect(await person('马晓峰').says(line)).toBe('您这里没有第 1 号会议。发“会议”看编号。');
    }
    expect(await person('林晓棠').says('考勤 1')).toContain(
      '“考勤”由小组长、书记、副书记、委员和机关工委使用',
    );
  });

  it.each([
    ['考勤 9', '您这里没有第 9 号会议。发“会议”看编号。'],
    ['考勤 1 谁没来', '没有看懂“谁没来”。可以发：考勤 1；考勤 1 名单；考勤 1 有表决权 12；考勤 1 结束'],
    ['代签 1 马晓峰', '会议 1 的名单里没有“马晓峰”。'],
    ['代签 1 方一鸣', '方一鸣不在党员大会（会议 1）的应到名单里，所以没有记。'],
    ['补签 1 方一鸣 忘了', '方一鸣不在党员大会（会议 1）的应到名单里，所以没有记。'],
    ['代签 1 迟到', '还缺姓名。例如：代签 1 张三'],
    [`代签 1 ${Array.from({ length: 21 }, (_, index) => `甲${index}`).join(' ')}`, '一次最多代签 20 人'],
    ['补签 1 张三', '还缺原因。例如：补签 1 张三 忘记签到'],
    ['代签 1 😀', '会议 1 的名单里没有“😀”。'],
    [`代签 1 ${'张'.repeat(3000)}`, '会议 1 的名单里没有“张张'],
  ])('are told what is wrong with %j', async (line, words) => {
    const world = await begin({ start: '2026-11-25 15:04' });
    await callMeeting(world, { at: '2026-11-25 15:00' });
    expect(await world.person('陈志刚').says(line)).toContain(words);
    expect(await world.person('陈志刚').says('考勤 1')).toContain('实到 0');
  });
});

describe('the head of a party group', () => {
  it('reads the code, sees the names and writes the minutes of the own group, and of no other', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const zhang = world.person('张三');
    const group = {
      at: '2026-11-25 15:00',
      type: 'groupMeeting',
      title: '党小组会',
      organisation: 'A11',
      convenedBy: 'zhang.san',
      invited: { voting: ['张三', '周琪', '吴刚'], withoutVote: ['徐乐乐'] },
    };
    await callMeeting(world, group);
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = /^签到码 (\d{4})/u.exec(await zhang.says('签到码'))?.[1] ?? '';
    await world.person('周琪').says(`签到 ${code}`);
    await zhang.says('代签 1 吴刚');
    expect(await zhang.says('撤销')).toBe('已撤销刚才的代签：吴刚（会议 1）。');
    const roll = await zhang.says('考勤');
    expect(roll).toContain('党小组会 · 应到 4，实到 1');
    expect(roll).toContain('请假 0，未到 3：张三、吴刚、徐乐乐');
    expect(roll).not.toContain('表决');
    expect(await zhang.says('纪要 1 决议：同意')).toContain('已记第 1 段');
    expect(await world.person('陈志刚').says('考勤 1 名单')).toContain('到会 1：周琪');
    expect(await zhang.says('考勤 2')).toBe('您这里没有第 2 号会议。发“会议”看编号。');
    expect(await world.person('高美芳').says('考勤 1')).toContain('应到 4');
  });
});

describe('a meeting ends', () => {
  it('when an officer says so: it counts as held, the duty is met, and who was there has the hours', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo, redis, settings } = world;
    const chen = person('陈志刚');
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      length: 100,
      invited: { voting: ['陈志刚', '林晓棠', '张三'], guest: ['方一鸣'] },
    });
    expect(await chen.says('考勤 1 结束')).toContain('还没有人签到，不能记成开过了');
    for (const name of ['陈志刚', '林晓棠', '方一鸣'])
      await person(name).says(`签到 ${await spokenCode(world)}`);
    await goTo('2026-11-25 16:45');
    expect(await chen.says('考勤 1')).toContain('另有列席 1');
    expect(await chen.says('考勤 1 结束')).toBe(
      [
        '结束党员大会（会议 1）？',
        '应到 3，实到 2，请假 0，未到 1',
        '确认后记为开过，给到会的党员记学时，不再收签到码。没有签上的还可以补签。',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(await chen.says('确认')).toBe(
      [
        '已记：今天党员大会（会议 1）开过了。',
        '应到 3，实到 2，请假 0，未到 1。',
        '学时：2 名党员，每人 1.5。',
        '下一步写纪要，发“纪要 1”看怎么写。',
      ].join('\n'),
    );
    expect(await person('林晓棠').says('学时')).toContain('11-25 三会一课 1.5（会议 1 记）');
    expect(await person('张三').says('学时')).toContain('2026 年学时：0/32');
    expect(await redis.smembers(`${settings.redisPrefix}:{b}:duties:2026:A1`)).toEqual([
      'memberAssembly 1125 m1',
    ]);
    expect(await chen.says('考勤 1 结束')).toContain('已经结束了');
    expect(await redis.exists(`${settings.redisPrefix}:{b}:attendance-codes`)).toBe(0);
  });

  it('by itself when its check-in is over, once over two replicas', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00', length: 60 });
    await person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    await goTo('2026-11-25 17:59');
    expect((await meetingsOf(world).find(1))?.state).toBe('called');
    await goTo('2026-11-25 18:00');
    expect(await meetingsOf(world).find(1)).toMatchObject({ state: 'held', revision: 1 });
    expect(await person('林晓棠').says('学时')).toContain('2026 年学时：1/32');
    expect(await person('陈志刚').says('考勤 1')).toContain('名单发“考勤 1 名单”，写纪要发“纪要 1”。');
  });

  it('with a question to its convener when nobody signed in at all', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00', length: 60 });
    for (const time of ['18:00', '18:10', '20:00']) await goTo(`2026-11-25 ${time}`);
    await goTo('2026-11-26 08:30');
    const asked = person('陈志刚')
      .messages()
      .filter(({ text }) => text.includes('没有人签到'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.text).toContain(
      '开过了，请给到会的人补签，例如：补签 1 张三 忘记签到\n没有开，不用回复。',
    );
    expect((await meetingsOf(world).find(1))?.state).toBe('called');
    await person('陈志刚').says('补签 1 张三 忘记签到');
    await goTo('2026-11-26 09:00');
    expect((await meetingsOf(world).find(1))?.state).toBe('held');
  });

  it('put off to another day begins its roll anew', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo } = world;
    const number = await callMeeting(world, { at: '2026-11-25 15:00' });
    await person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    await changeMeeting(world, number, { date: localDate(2026, 11, 26), round: 2 });
    await goTo('2026-11-26 15:00');
    expect(await person('陈志刚').says('考勤 1')).toContain('实到 0');
    expect(await person('林晓棠').says(`签到 ${await spokenCode(world)}`)).toContain('已签到');
  });
});

describe('a roster that is replaced between invitation and meeting', () => {
  it('changes neither who is expected nor whose names are kept', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo, lists } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    await person('周琪').says(`签到 ${await spokenCode(world)}`);
    await replaceRoster(world, {
      ...lists,
      people: lists.people
        .filter(({ name }) => name !== '周琪' && name !== '吴刚')
        .map((one) => (one.name === '罗健' ? { ...one, organisation: 'A2' } : one)),
    });
    expect(await person('罗健').says(`签到 ${await spokenCode(world)}`)).toContain('已签到：党员大会');
    const roll = await person('陈志刚').says('考勤 1 名单');
    expect(roll).toContain('应到 9，实到 2（截至 15:00）\n到会 2：已不在名册的人、罗健');
    expect(await person('陈志刚').says('代签 1 吴刚')).toContain('会议 1 的名单里没有“吴刚”');
    await goTo('2026-11-25 18:00');
    expect(await person('罗健').says('学时')).toContain('2026 年学时：1/32');
  });
});

describe('导出 考勤', () => {
  it('has the absent on its second sheet, also when there are none, and no formulas', async () => {
    const { lists } = await begin();
    const people = lists.people.map((one) => (one.name === '周琪' ? { ...one, name: '=1+1' } : one));
    const world = await begin({ start: '2026-11-25 15:04', lists: { ...lists, people } });
    const { person, goTo } = world;
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      invited: { voting: ['陈志刚', '=1+1'], guest: ['方一鸣'] },
    });
    await person('陈志刚').says(`签到 ${await spokenCode(world)}`);
    expect(await person('陈志刚').says('导出 考勤 1')).toBe(
      '党员大会（会议 1）考勤：实到 1/2，请假 0，未到 1（截至 15:04）。\n表格随后发来，只供党务工作使用。',
    );
    const first = await readXlsx((await person('陈志刚').opensFile('考勤')).bytes);
    expect(first.sheets.map(({ name }) => name)).toEqual(['到会', '缺席']);
    expect(first.sheets[1]?.rows).toContainEqual([
      '=1+1',
      'zhou.qi',
      '机关一支部第一党小组',
      '有表决权',
      '未到',
      null,
    ]);

    await goTo('2026-11-25 15:06');
    await person('陈志刚').says('代签 1 zhou.qi');
    await person('陈志刚').says('导出 考勤 1');
    await world.settle();
    const second = await readXlsx((await person('陈志刚').opensFile('考勤')).bytes);
    expect(second.sheets[0]?.rows.flat()).toEqual(expect.arrayContaining(['本人签到', '代签', '陈志刚']));
    expect(second.sheets[1]?.rows.flat()).toContain('应到的都到了，没有缺席的人。');
  });

  it('has the figures of each branch for whoever is above it, and nobody’s name', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const { person, goTo, lists } = world;
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      invited: { voting: ['陈志刚', '林晓棠', '周琪', '唐云'], guest: ['方一鸣'] },
    });
    for (const name of ['林晓棠', '唐云']) await person(name).says(`签到 ${await spokenCode(world)}`);
    await goTo('2026-11-25 15:06');
    await person('方一鸣').says(`签到 ${await spokenCode(world)}`);
    await person('陈志刚').says('准假 1 周琪 出差');
    for (const above of ['孙海波', '钱文静']) {
      expect(await person(above).says('导出 考勤 1')).toContain('实到 2/4，请假 1，未到 1（截至 15:06）');
      const [sheet, other] = (await readXlsx((await person(above).opensFile('考勤')).bytes)).sheets;
      expect(other).toBeUndefined();
      expect(sheet?.rows).toContainEqual(['机关一支部', 3, 1, 0, 0, 1, 1, 1]);
      expect(sheet?.rows).toContainEqual(['机关二支部', 1, 1, 0, 0, 0, 0, 0]);
      expect(sheet?.rows).toContainEqual(['合计', 4, 2, 0, 0, 1, 1, 1]);
      const cells = JSON.stringify(sheet?.rows);
      expect(lists.people.filter(({ name }) => name !== above && cells.includes(name))).toEqual([]);
    }
    expect(await person('马晓峰').says('导出 考勤 1')).toContain('您这里没有第 1 号会议');
  });
});

describe('what is kept of it', () => {
  it('is told to the person, and after a year only how many there were', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo, redis, settings } = world;
    await callMeeting(world, { at: '2026-11-25 15:00', length: 60 });
    await person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    await person('周琪').says(`签到 ${await spokenCode(world)}`);
    expect(await person('林晓棠').says('我的数据')).toContain('到会 1 次');
    await goTo('2026-11-25 18:00');
    await goTo('2027-11-27 04:00');
    expect(await redis.exists(`${settings.redisPrefix}:{b}:meeting:1:people`)).toBe(0);
    expect(await person('林晓棠').says('我的数据')).not.toContain('到会 1 次');
    expect(await person('陈志刚').says('考勤 1')).toContain('应到 9，实到 2');
    expect(await person('陈志刚').says('考勤 1 名单')).toContain('名单存一年，已经删去，只留人数');
    await person('陈志刚').says('导出 考勤 1');
    const [kept] = (await readXlsx((await person('陈志刚').opensFile('考勤')).bytes)).sheets;
    expect(kept?.rows).toContainEqual(['合计', 9, 2, 0, 0, 0, 7, 0]);
    expect(JSON.stringify(kept?.rows)).toContain('名单存一年，已经删去，只留人数。');
  });

  it('names nobody who left the roster a month ago, and counts them still', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo, lists, redis, settings } = world;
    await callMeeting(world, { at: '2026-11-25 15:00', length: 60 });
    await person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    await person('周琪').says(`签到 ${await spokenCode(world)}`);
    await goTo('2026-11-25 18:00');
    await replaceRoster(world, { ...lists, people: lists.people.filter(({ name }) => name !== '周琪') });
    await goTo('2026-12-28 04:00');
    expect(await redis.hkeys(`${settings.redisPrefix}:{b}:meeting:1:people`)).not.toContain('zhou.qi');
    expect(await person('陈志刚').says('考勤 1')).toContain('应到 9，实到 2');
  });
});
