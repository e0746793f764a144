import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
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
    const names = stage.lists.people.map(({ name }) => name).filter((name) => name !== '赵明远');
    expect([...sheets.values()].flat(2).filter((cell) => names.includes(String(cell)))).toEqual([]);
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
    ['导出 回执 9', '没有第 9 号通知。发“回执”看最近的。'],
    ['导出 回执', '还缺编号。例如：导出 回执 3'],
    ['导出 回执 三', '编号“三”应当是编号，例如 1。例如：导出 回执 3'],
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
