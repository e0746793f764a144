import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { callMeeting } from '../support/call-meeting.ts';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

/** The sheets of the newest file with this in its name, row by row. */
async function sheetsOf(stage: World, name: string, file: string) {
  const { bytes } = await stage.person(name).opensFile(file);
  const { sheets } = await readXlsx(bytes);
  return new Map(sheets.map((sheet) => [sheet.name, sheet.rows]));
}

const watermark = '截至 2026-11-20 15:20，由 赵明远（zhao.mingyuan）导出。只供党务工作使用，请勿外传。';

describe('the committee', () => {
  it('exports the roster', async () => {
    const stage = await begin({ start: '2026-11-20 15:20' });
    expect(await stage.person('赵明远').says('导出 名册')).toBe(
      '名册：10 个组织、26 人（截至 15:20）。\n表格随后发来，里面有全部姓名，请妥善保管。\n人员有变动，改好后交给运维人员导入。',
    );
    const sheets = await sheetsOf(stage, '赵明远', '名册 2026-11-20.xlsx');
    expect([...sheets.keys()]).toEqual(['说明', '组织', '人员']);
    expect(sheets.get('说明')?.flat().slice(0, 3)).toEqual([
      '名册',
      '范围：全部 10 个组织、26 人',
      watermark,
    ]);
    expect(sheets.get('人员')).toHaveLength(27);
  });

  it('exports the receipts of a notice by branch, and nobody’s name', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo, settle } = stage;
    await person('吴刚').becomes('invisible');
    await person('赵明远').says('通知 全体 周五前完成年度党费公示');
    await person('赵明远').says('确认');
    await settle();
    await person('林晓棠').says('收到');
    await goTo('2026-11-20 15:20');

    const said = await person('赵明远').says('导出 回执 1');
    expect(said).toBe('通知 1 的回执：已确认 1/24（截至 15:20）。\n表格随后发来，只供党务工作使用。');
    const sheets = await sheetsOf(stage, '赵明远', '通知 1 的回执');
    const rows = sheets.get('按单位') ?? [];
    expect(rows.map(([first]) => first)).toContain(watermark);
    expect(rows.find(([, branch]) => branch === '机关一支部')?.slice(2)).toEqual([9, 1, 7, 0, 1]);
    expect(rows.slice(6).reduce((sum, [, , total]) => sum + Number(total), 0)).toBe(24);
    expect(sheets.get('未送达原因')?.at(-1)).toEqual(['机关一支部', '不在可见范围', 1]);
    expect(namesIn(sheets, stage)).toEqual(['赵明远']);
  });

  it('gets the file with the button of the receipts, too, after what is said about it', async () => {
    const { person, settle } = await begin({ start: '2026-11-20 15:20' });
    const zhao = person('赵明远');
    await zhao.says('通知 全体 周五前完成年度党费公示');
    await zhao.says('确认');
    await settle();
    await zhao.says('回执 1');
    await zhao.taps('导出');
    await settle();
    expect(
      zhao
        .messages()
        .map(({ text }) => text)
        .slice(-2),
    ).toEqual([
      '通知 1 的回执：已确认 0/24（截至 15:20）。\n表格随后发来，只供党务工作使用。',
      '[文件] 通知 1 的回执 2026-11-20.xlsx',
    ]);
  });
});

describe('a member', () => {
  it.each(['导出我的数据', '导出 我的数据'])(
    'exports what is stored about the member with %s',
    async (line) => {
      const stage = await begin({ start: '2026-11-19 09:00' });
      const { person, goTo, settle } = stage;
      const lin = person('林晓棠');
      await lin.says('签到');
      await lin.says('学习');
      await lin.says('已学');
      await lin.says('答题');
      await lin.says('a');
      await lin.says('免打扰 22:00-7:30');
      await person('周琪').says('签到');
      await person('赵明远').says('通知 全体 周五前完成年度党费公示');
      await person('赵明远').says('确认');
      await settle();
      await lin.says('收到');
      await goTo('2026-11-20 15:20');

      expect(await lin.says(line)).toBe(
        '关于您存着的，都在文件里：名册和设置、学习、签到、答题、通知（截至 15:20）。\n文件随后发来，只发给您。\n要删除其中自愿的，发“删除我的可选数据”。',
      );
      const sheets = await sheetsOf(stage, '林晓棠', '我的数据 2026-11-20.xlsx');
      const tables = Object.fromEntries([...sheets].map(([name, rows]) => [name, rows.slice(3)]));
      expect(tables['名册和设置']).toContainEqual(['姓名', '林晓棠']);
      expect(tables['名册和设置']).toContainEqual(['设置', '免打扰 22:00-07:30']);
      expect(tables['签到']).toEqual([[new Date('2026-11-19T09:00Z')]]);
      expect(tables['学习']?.[0]).toEqual([
        new Date('2026-11-19T00:00Z'),
        expect.any(String),
        new Date('2026-11-19T09:00Z'),
      ]);
      expect(tables['答题']).toHaveLength(1);
      expect(tables['通知']?.[0]?.slice(0, 3)).toEqual([1, new Date('2026-11-19T09:00Z'), '送到']);
      expect(JSON.stringify(tables)).not.toContain('周琪');
    },
  );

  it('with nothing stored gets what the roster says', async () => {
    const stage = await begin();
    await stage.person('周琪').says('导出 我的数据');
    const sheets = await sheetsOf(stage, '周琪', '我的数据');
    expect([...sheets.keys()]).toEqual(['名册和设置']);
  });
});

describe('a secretary', () => {
  it('exports the receipts and answers of the own people, by name', async () => {
    const stage = await begin({ start: '2026-11-20 15:00' });
    const { person, goTo, settle } = stage;
    await person('吴刚').becomes('invisible');
    await person('赵明远').says('通知 全体 周六植树 问：能参加吗？能/不能');
    await person('赵明远').says('确认');
    await settle();
    await person('林晓棠').says('答复 1 能');
    await goTo('2026-11-20 15:20');
    expect(await person('陈志刚').says('导出 回执 1')).toBe(
      '通知 1 的回执：已确认 1/9（截至 15:20）。\n表格随后发来，只供党务工作使用。',
    );
    const sheets = await sheetsOf(stage, '陈志刚', '通知 1 的回执');
    const rows = sheets.get('名单') ?? [];
    expect(rows.find(([name]) => name === '林晓棠')).toEqual([
      '林晓棠',
      '已确认',
      new Date('2026-11-20T15:00Z'),
      '能',
    ]);
    expect(rows.find(([name]) => name === '吴刚')?.[1]).toBe('未送达：不在可见范围');
    expect(JSON.stringify(rows)).not.toContain('曹磊');

    await person('赵明远').says('导出 回执 1');
    const ofAll = await sheetsOf(stage, '赵明远', '通知 1 的回执');
    expect(ofAll.get('答复')?.at(-2)).toEqual(['机关一支部', '能参加吗？', '能', 1]);
    expect(JSON.stringify([...ofAll.values()])).not.toContain('林晓棠');
  });
});

describe('导出', () => {
  it('alone tells what one may export', async () => {
    const { person } = await begin();
    expect(await person('赵明远').says('导出')).toContain('导出 回执 编号：');
    expect(await person('陈志刚').says('导出')).not.toContain('名册');
  });

  it.each([
    ['导出名册', '名册：10 个组织'],
    ['导出 回执 9', '没有第 9 号通知，或者没有发给您这里的人。发“回执”看最近的。'],
    ['导出 回执', '还缺编号。例如：导出 回执 3'],
    ['导出 回执 三', '“三”没有看懂，应当是编号。例如：导出 回执 3'],
    ['导出 回执9', '没有第 9 号通知'],
    ['导出 党费', '“党费”没有看懂，应当是：'],
    ['导出 名册 全部', '“全部”是多出来的。例如：导出 名册'],
  ])('understands %s as far as it can', async (line, answer) => {
    const { person } = await begin();
    expect(await person('赵明远').says(line)).toContain(answer);
  });

  it('refuses others what is the committee’s, and they get no file', async () => {
    const { person, settle, logged } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('导出 名册')).toBe('“导出 名册”由机关工委使用。\n发“帮助”看看您能做什么。');
    await settle();
    expect(chen.messages().filter(({ content }) => content.kind === 'file')).toEqual([]);
    expect(logged.join('')).not.toContain('given a file');
  });

  it('is noted for the operator, without names', async () => {
    const { person, settle, logged } = await begin();
    await person('赵明远').says('导出 名册');
    await settle();
    const noted = logged.filter((line) => line.includes('given a file'));
    expect(noted).toHaveLength(1);
    expect(JSON.parse(noted[0] ?? '')).toMatchObject({ role: 'committee', subject: '名册' });
    expect(noted[0]).not.toMatch(/赵明远|zhao/u);
  });
});

describe('the book of a year', () => {
  it('holds the own branch’s meetings and hours, and nobody’s name', async () => {
    const stage = await begin({ start: '2026-11-25 14:58' });
    const { person, goTo } = stage;
    const chen = person('陈志刚');
    await callMeeting(stage, { at: '2026-11-25 15:00' });
    const code = /\d{4}/u.exec(await chen.says('签到码 1'))?.[0] ?? '';
    await person('林晓棠').says(`签到 ${code}`);
    await goTo('2026-11-25 16:30');
    await chen.says('考勤 1 结束');
    await chen.says('确认');
    await chen.says('记学时 集中培训 4 今天 全体');

    expect(await chen.says('导出 台账')).toMatch(
      /^机关一支部 2026 年台账：开会 1 次，义务已办 \d+\/\d+ 项，学时达到 0\/8 人（截至 16:30）。\n/u,
    );
    const sheets = await sheetsOf(stage, '陈志刚', '机关一支部 2026 年台账');
    const [when, ...meeting] = sheets.get('会议和考勤')?.at(-1) ?? [];
    expect(when).toEqual(new Date('2026-11-25T15:00Z'));
    expect(meeting.join(' ')).toBe('机关一支部 党员大会 党员大会 308会议室 开过 9 1 0 0 8 1');
    expect(sheets.get('学时')?.at(-1)).toEqual(['机关一支部', 8, 0, 0, 8, 37, 36]);
    const duty = sheets.get('义务')?.find(([, what]) => what === '党员大会');
    expect(duty?.slice(3, 5)).toEqual(['已办', '2026-11-25']);
    expect(namesIn(sheets, stage)).toEqual(['陈志刚']);
  });

  it('holds all organisations for the committee; of a few people nothing is told', async () => {
    const stage = await begin({ start: '2026-11-20 15:20' });
    const { person } = stage;
    await person('陈志刚').says('记学时 集中培训 4 今天 全体');
    await person('于慧敏').says('记学时 集中培训 6 今天 全体');
    expect(await person('赵明远').says('导出 台账 2026年')).toMatch(
      /^云溪市直机关工委 2026 年台账：开会 0 次，义务已办 \d+\/\d+ 项，学时达到 0\/21 人（截至 15:20）。\n/u,
    );
    const sheets = await sheetsOf(stage, '赵明远', '云溪市直机关工委 2026 年台账');
    const rows = new Map((sheets.get('学时') ?? []).map(([unit, ...figures]) => [unit, figures]));
    expect(rows.get('机关一支部')).toEqual([8, 0, 0, 8, 36, 36]);
    expect(rows.get('典藏部支部')).toEqual([2, null, null, null, null, null]);
    const hoursDuty = (sheets.get('义务') ?? []).filter(([, what]) => what === '党员学时');
    const states = new Map(hoursDuty.map(([unit, , , state]) => [unit, state]));
    expect(states.get('机关一支部')).toBe('达到 0/8 人');
    expect(states.get('典藏部支部')).toBe('人少，不列');

    await person('赵明远').says('导出 还差什么');
    const open = await sheetsOf(stage, '赵明远', '云溪市直机关工委 第四季度还差什么');
    const lines = (open.get('还差的事项') ?? []).filter(([, what]) => what === '党员学时');
    const until = new Map(lines.map(([unit, , when]) => [unit, when]));
    expect(until.get('机关一支部')).toBe('达到 0/8 人，12月31日前');
    expect(until.get('典藏部支部')).toBe('12月31日前');
  });

  it.each([
    ['导出 台账2025', '机关一支部 2025 年台账：开会 0 次'],
    ['导出 台账 2027', '2027 年还没有开始，没有台账。例如：导出 台账 2026'],
    ['导出 台账 26', '“26”没有看懂，应当是年份。例如：导出 台账 2026'],
  ])('answers %s', async (line, answer) => {
    const { person } = await begin({ start: '2026-11-20 15:20' });
    expect(await person('陈志刚').says(line)).toContain(answer);
  });

  it('is for officers', async () => {
    const { person } = await begin();
    expect(await person('张三').says('导出 台账')).toContain('“导出 台账”由书记、副书记、委员和机关工委使用');
  });
});

/** Whose names of the roster are anywhere in a workbook. */
function namesIn(sheets: Awaited<ReturnType<typeof sheetsOf>>, { lists }: World): readonly string[] {
  const text = JSON.stringify([...sheets.values()]);
  return lists.people.map(({ name }) => name).filter((name) => text.includes(name));
}
