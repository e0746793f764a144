import { describe, expect, it } from 'vitest';
import { callMeeting, changeMeeting } from '../support/call-meeting.ts';
import { spokenCode } from '../support/spoken-code.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

/** Another code than this one. */
function wrong(code: string): string {
  return code === '1234' ? '4321' : '1234';
}

describe('a member signs in at a meeting', () => {
  it('with the code of the minute, which the chair reads out', async () => {
    const world = await begin({ start: '2026-11-25 14:58' });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    expect(await person('陈志刚').says('签到码')).toBe(
      [
        `签到码 ${code}`,
        '党员大会（会议 1），还有 60 秒',
        `请念给到会的人听，各自发“签到 ${code}”。`,
        '线上参加的，后面加“线上”两个字。',
        '已签到 0/9（截至 14:58）',
        '[换码] [代签] [考勤]',
      ].join('\n'),
    );
    expect(await person('林晓棠').says(`签到 ${code}`)).toBe('已签到：党员大会（会议 1），14:58。');
    expect(await person('林晓棠').says(`签到 ${code}`)).toBe('您已经签到了：党员大会（会议 1），14:58。');
    await goTo('2026-11-25 14:59');
    expect(await person('周琪').says(`打卡${code}`)).toBe('已签到：党员大会（会议 1），14:59。');
    await goTo('2026-11-25 15:00');
    expect(await person('张三').says(`签到 ${code}`)).toBe(
      `没有对上：${code} 不是现在的签到码。\n码每分钟换一个，请听主持人报最新的那个再发。`,
    );
    expect(await person('张三').says(`签到 ${await spokenCode(world)}`)).toContain('已签到');
  });

  it('late from the fifth minute on, or online if they say so', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    expect(await person('林晓棠').says(`签到 ${await spokenCode(world)}`)).toContain('，15:04。');
    await goTo('2026-11-25 15:05');
    const code = await spokenCode(world);
    expect(await person('周琪').says(`签到 ${code}`)).toContain('，15:05，记迟到。');
    expect(await person('罗健').says(`签到 ${[...code].join(' ')} 线上`)).toContain('，15:05，线上参加。');
  });

  it('as it is dictated, and the check-in to study stays what it was', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    const spelled = [...code].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
    expect(await world.person('林晓棠').says(`签到 ${spelled}`)).toContain('已签到：党员大会');
    const fullWidth = [...code].map((digit) => String.fromCodePoint(Number(digit) + 0xff10)).join('');
    expect(await world.person('周琪').says(`签到${fullWidth}。`)).toContain('已签到：党员大会');
    expect(await world.person('林晓棠').says('签到')).toContain('今天的学习签到已记下');
  });

  it('with the bare code, or behind 签到码, as people send what they heard', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person } = world;
    await person('林晓棠').says('答题');
    expect(await person('林晓棠').says('2446')).not.toContain('签到');
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    expect(await person('林晓棠').says(code)).toBe('已签到：党员大会（会议 1），15:00。');
    expect(await person('林晓棠').says(code)).toContain('您已经签到了');
    // The same to another number, so that nobody who has signed in finds out what the code is.
    expect(await person('林晓棠').says(wrong(code))).toContain('您已经签到了');
    expect(await person('周琪').says(`签到码 ${code}`)).toContain('已签到：党员大会');
    expect(await person('罗健').says(`${code} 线上`)).toContain('，线上参加。');
    expect(await person('何雨晴').says(`签到码${code}`)).toContain('已签到：党员大会');
    expect(await person('张三').says(`签到码${code}`)).toContain('已签到：党员大会');
    // Whoever is not invited hears of no meeting, and an officer elsewhere what they heard before.
    expect(await person('唐云').says(code)).toContain('没有看懂');
    expect(await person('马晓峰').says(`签到码 ${code}`)).toBe(
      `您这里没有第 ${Number(code)} 号会议。发“会议”看编号。`,
    );
    expect(await person('林晓棠').says('签到码 1')).toContain('由小组长、书记、副书记、委员');
  });

  it('only while it takes people: half an hour before until two hours after, and not when it is cancelled', async () => {
    const world = await begin({ start: '2026-11-25 14:29' });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00', length: 60 });
    const noMeeting =
      '您现在没有正在签到的会议，所以没有记。\n看自己的会议，发“会议”；学习签到只发“签到”两个字。';
    expect(await person('林晓棠').says('签到 4821')).toBe(noMeeting);
    expect(await person('陈志刚').says('签到码 1')).toBe(
      '党员大会（会议 1）今天 14:30 开始签到，到时候再发“签到码 1”。',
    );
    await goTo('2026-11-25 14:30');
    expect(await person('林晓棠').says('签到 4821')).toBe(
      '党员大会（会议 1）还没有报签到码，请等主持人报了再发。',
    );
    expect(await person('林晓棠').says(`签到 ${await spokenCode(world)}`)).toContain('已签到');
    await goTo('2026-11-25 17:59');
    expect(await person('周琪').says(`签到 ${await spokenCode(world)}`)).toContain('，17:59，记迟到');
    await goTo('2026-11-25 18:00');
    expect(await person('张三').says('签到 4821')).toBe(noMeeting);
    expect(await person('陈志刚').says('签到码 1')).toContain('的签到已经结束');
  });

  it.each(['签到 abc', '签到 12345678901', `签到 ${'4'.repeat(3000)}`, '签到 4821 我来了'])(
    'is told how it is done when they type %j',
    async (line) => {
      const world = await begin({ start: '2026-11-25 15:00' });
      await callMeeting(world, { at: '2026-11-25 15:00' });
      const answer = await world.person('林晓棠').says(line);
      expect(answer).toContain('应当是四位数字。例如：签到 4821');
    },
  );
});

describe('a code that is not the one', () => {
  it('of yesterday, of another branch, or guessed: all are told the same, and nobody is signed in', async () => {
    const world = await begin({ start: '2026-11-24 15:00' });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-24 15:00', length: 60 });
    const yesterday = await spokenCode(world);
    await goTo('2026-11-25 15:00');
    await callMeeting(world, { at: '2026-11-25 15:00' });
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      organisation: 'A2',
      convenedBy: 'ma.xiaofeng',
      invited: { voting: ['马晓峰', '宋洁', '唐云'] },
    });
    await spokenCode(world, 2);
    const others = await spokenCode(world, 3, '马晓峰');
    for (const code of [yesterday, others]) {
      expect(await person('林晓棠').says(`签到 ${code}`)).toBe(
        `没有对上：${code} 不是现在的签到码。\n码每分钟换一个，请听主持人报最新的那个再发。`,
      );
    }
    // An activist who was not invited hears nothing of what meets.
    expect(await person('方一鸣').says(`签到 ${others}`)).toContain('您现在没有正在签到的会议');
    expect(await person('陈志刚').says('考勤 2')).toContain('实到 0');
    expect(await person('马晓峰').says('考勤 3')).toContain('实到 0');
  });

  it('may be typed five times in ten minutes, and then not even the right one counts', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    const { person, goTo } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    const guesses = Array.from({ length: 100 }, (_, index) => String(9000 - index)).filter(
      (guess) => guess !== code,
    );
    await Promise.all(guesses.map((guess) => person('林晓棠').types(`签到 ${guess}`)));
    expect(await person('林晓棠').says(`签到 ${code}`)).toBe(
      '刚才几次都没有对上，请 10 分钟后再发，或者请书记给您代签。',
    );
    // The hundred counted as five, so the others can go on.
    expect(await person('周琪').says(`签到 ${code}`)).toContain('已签到');
    await goTo('2026-11-25 15:10');
    expect(await person('林晓棠').says(`签到 ${await spokenCode(world)}`)).toContain('，15:10，记迟到');
  });

  it('counts as wrong however it is typed', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    const guess = wrong(code);
    for (const line of [guess, `签到码 ${guess}`, `签到 ${guess}`, guess, `签到码${guess}`]) {
      expect(await person('林晓棠').says(line)).toContain('没有对上');
    }
    for (const line of [code, `签到码 ${code}`, `签到 ${code}`]) {
      expect(await person('林晓棠').says(line)).toContain('刚才几次都没有对上，请 10 分钟后再发');
    }
    expect(await person('陈志刚').says('考勤 1')).toContain('实到 0');
  });

  it('typed by many at once stops the code for all, until the chair changes it', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    const { person } = world;
    const everybody = ['陈志刚', '何雨晴', '林晓棠', '张三', '周琪', '吴刚', '高美芳', '罗健', '徐乐乐'];
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    await Promise.all(
      everybody
        .slice(0, 7)
        .flatMap((name) => Array.from({ length: 5 }, () => person(name).types(`签到 ${wrong(code)}`))),
    );
    expect(await person('罗健').says(`签到 ${code}`)).toBe(
      '这场会的签到码要换一个了。\n请告诉主持人，发“签到码 1 换”。',
    );
    expect(await person('徐乐乐').says(`签到 ${wrong(code)}`)).toContain('这场会的签到码要换一个了');
    expect(await person('陈志刚').says('签到码 1')).toContain('输错的次数太多，已经停用。请点“换码”。');
    await person('陈志刚').taps('换码');
    await person('陈志刚').sees(
      ({ text }) => text.includes('还有 60 秒') && !text.includes(`签到码 ${code}`),
    );
    expect(await person('罗健').says(`签到 ${await spokenCode(world)}`)).toContain('已签到');
  });

  it('is what a code is when the chair has changed it within its minute', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    const code = await spokenCode(world);
    const card = await person('陈志刚').says('签到码 1 换');
    expect(card).not.toContain(code);
    expect(await person('林晓棠').says(`签到 ${code}`)).toContain('没有对上');
    expect(await person('林晓棠').says(`签到 ${await spokenCode(world)}`)).toContain('已签到');
  });
});

describe('two meetings at the same time', () => {
  it('each have their code, and people sign in at theirs', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    const { person } = world;
    await callMeeting(world, { at: '2026-11-25 15:00' });
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      type: 'committeeMeeting',
      title: '支委会',
      invited: { voting: ['陈志刚', '何雨晴', '高美芳'] },
    });
    const [assembly, committee] = [await spokenCode(world, 1), await spokenCode(world, 2)];
    expect(await person('何雨晴').says(`签到 ${committee}`)).toContain('支委会（会议 2）');
    expect(await person('何雨晴').says(`签到 ${assembly}`)).toContain('党员大会（会议 1）');
    // Which of the two is meant has to be said.
    expect(await person('陈志刚').says('签到码')).toBe(
      [
        '您是说哪一场会？',
        '1 党员大会（11月25日 周三 15:00）',
        '2 支委会（11月25日 周三 15:00）',
        '请写上编号，例如：签到码 1',
      ].join('\n'),
    );
  });
});

describe('an officer signs in for somebody', () => {
  it('who has no phone at hand, and everybody sees that it was the officer', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const { person, goTo } = world;
    const chen = person('陈志刚');
    await callMeeting(world, { at: '2026-11-25 15:00' });
    expect(await chen.says('代签 1 张三、周琪 迟到')).toBe(
      '已代签：张三、周琪，党员大会（会议 1），记迟到。名单上记明是您代签的。\n签错了，10 分钟内发“撤销”。',
    );
    expect(await chen.says('代签 1 张三 吴刚')).toBe(
      [
        '已代签：吴刚，党员大会（会议 1）。名单上记明是您代签的。',
        '原来就签过、没有改动的：张三。',
        '签错了，10 分钟内发“撤销”。',
      ].join('\n'),
    );
    expect(await person('吴刚').says(`签到 ${await spokenCode(world)}`)).toBe(
      '您已经在到会名单上了：党员大会（会议 1），陈志刚 今天 15:04 代签。',
    );
    expect(await chen.says('撤销')).toBe('已撤销刚才的代签：吴刚（会议 1）。');
    expect(await chen.says('撤销')).toContain('没有可以撤销的');
    expect(await chen.says('考勤 1')).toContain('实到里：迟到 2，代签 2');

    await chen.says('代签 1 吴刚');
    await goTo('2026-11-25 15:14');
    expect(await chen.says('撤销')).toContain('没有可以撤销的');
  });

  it('and what changed nothing is not offered for 撤销, nor is the one before taken back by mistake', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const chen = world.person('陈志刚');
    await callMeeting(world, { at: '2026-11-25 15:00' });
    await world.person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    const unchanged = '原来就签过、没有改动的：林晓棠。\n看名单，发“考勤 1 名单”。';
    expect(await chen.says('代签 1 林晓棠')).toBe(unchanged);
    expect(await chen.says('撤销')).toContain('没有可以撤销的');
    await chen.says('代签 1 张三');
    for (const again of ['代签 1 林晓棠', '补签 1 林晓棠 忘了'])
      expect(await chen.says(again)).toBe(unchanged);
    expect(await chen.says('撤销')).toBe(
      '刚才那一次没有改动什么，不用撤销。\n要撤销再前面的那一次，请再发一次“撤销”。',
    );
    expect(await chen.says('考勤 1')).toContain('实到 2');
    expect(await chen.says('撤销')).toBe('已撤销刚才的代签：张三（会议 1）。');
  });

  it('by tapping names, one after the other', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const chen = world.person('陈志刚');
    await callMeeting(world, { at: '2026-11-25 15:00' });
    expect(await chen.says('代签 1')).toContain('[陈志刚] [何雨晴] [林晓棠] [张三]');
    await chen.taps('林晓棠');
    const card = await chen.sees('已代签 林晓棠');
    expect(card.text).toContain('党员大会还没到 8 人');
    await chen.taps('张三');
    await chen.sees('已代签 张三');
    expect(await chen.says('考勤 1')).toContain('实到 2');
  });

  it('afterwards, with the kind of reason only, and with the hours', async () => {
    const world = await begin({ start: '2026-11-25 15:04' });
    const { person, goTo } = world;
    const chen = person('陈志刚');
    await callMeeting(world, { at: '2026-11-25 15:00', length: 90 });
    await chen.says(`签到 ${await spokenCode(world)}`);
    await goTo('2026-11-25 18:30');
    expect(await chen.says('代签 1 罗健')).toBe(
      '党员大会（会议 1）的签到已经结束，现在用补签。\n例如：补签 1 罗健 忘记签到',
    );
    expect(await chen.says('补签 1 罗健 住院了，手机没电')).toBe(
      [
        '已补签：罗健，党员大会（会议 1）。',
        '名单上记明是您补签的，原因只记“手机不便”。',
        '学时一并补记。',
        '签错了，10 分钟内发“撤销”。',
      ].join('\n'),
    );
    expect(await person('罗健').says('学时')).toContain('2026 年学时：1.5/32');
    expect(await chen.says('撤销')).toBe('已撤销刚才的补签：罗健（会议 1）。');
    expect(await person('罗健').says('学时')).toContain('2026 年学时：0/32');
    await goTo('2026-12-25 09:00');
    expect(await chen.says('补签 1 罗健 线上参加')).toContain('，线上参加。');
    await goTo('2026-12-26 09:00');
    expect(await chen.says('补签 1 周琪 忘了')).toContain('的补签到昨天（周五）为止，已经过了');
    const stored = await world.redis.hvals(`${world.settings.redisPrefix}:{b}:meeting:1:people`);
    expect(stored).toContainEqual(expect.stringContaining('chen.zhigang'));
    expect(stored.join()).not.toMatch(/住院|没电/u);
  });

  it('but not before the meeting, nor at one that was cancelled', async () => {
    const world = await begin({ start: '2026-11-25 14:00' });
    const { person } = world;
    const number = await callMeeting(world, { at: '2026-11-25 15:00' });
    expect(await person('陈志刚').says('代签 1 张三')).toContain('今天 14:30 开始签到，到时候再代签');
    expect(await person('陈志刚').says('补签 1 张三 忘了')).toContain('还没有开，今天 15:00 开始');
    expect(await person('陈志刚').says('考勤 1 结束')).toContain('还没有开，今天 15:00 开始');
    await changeMeeting(world, number, { state: 'cancelled' });
    for (const line of ['代签 1 张三', '补签 1 张三 忘了', '考勤 1 结束', '签到码 1', '考勤 1']) {
      expect(await person('陈志刚').says(line)).toContain('已经取消');
    }
  });
});
