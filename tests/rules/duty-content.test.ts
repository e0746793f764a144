import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDuties } from '../../src/doctor/checks/duties.ts';
import type { DutyRules } from '../../src/library/duty-rules.ts';
import { dutiesInForce } from '../../src/library/duty-standard.ts';
import { paceWords } from '../../src/library/duty-words.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate } from '../../src/time/local-date.ts';

const rule = `- code: partyDay
  title: 主题党日
  scope: 党支部
  strength: 应当
  every: 月
  record: 开会
  says: 每月一次。
  source: 条例第十六条
  from: 2018-10-28
`;
const yearly = rule.replace('every: 月', 'every: 年').replace('partyDay', 'orgLifeMeeting');
const preset = `name: 本市
source: 本市的规定
from: 2020-01-01
duties:
  partyDay:
    every: 月
`;
const today = localDate(2026, 11, 20);

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-'));
  await put('study/01-甲/01.md', '---\nid: K01\ntitle: 甲\nminutes: 2\nsource: 乙\n---\n正文。\n');
  await put(
    'calendar/2026.yaml',
    'notice: 通知\nissued: 2025-11-04\noff:\n  元旦: 2026-01-01 至 2026-01-03\n',
  );
});

afterEach(() => rm(directory, { recursive: true }));

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  await writeFile(join(directory, file), text);
}

/** Every problem as `file:line what`, advice with a mark. */
async function problems(): Promise<string[]> {
  const loaded = await loadLibrary(directory);
  return loaded.problems.map(
    ({ file, line, what, weight }) => `${file}:${line} ${weight === 'advice' ? '提示：' : ''}${what}`,
  );
}

async function rules(): Promise<DutyRules> {
  return (await loadLibrary(directory)).library.duties;
}

/** Code and number of everything that holds. */
async function numbers(): Promise<Record<string, string>> {
  return Object.fromEntries(
    dutiesInForce(await rules(), today).map((duty) => [duty.rule.code, paceWords(duty.rule)]),
  );
}

describe('the duties of a deployment', () => {
  it('may be missing altogether', async () => {
    expect(await problems()).toEqual([]);
    expect(await rules()).toEqual({ rules: [], presets: [] });
  });

  it('use a preset only where it is named, with all it is based on', async () => {
    await put('duties/01.yaml', rule);
    await put('duties/presets/city.yaml', preset.replace('every: 月', 'every: 周'));
    expect(await numbers()).toEqual({ partyDay: '每月 1 次' });
    await put('duties/in-use.yaml', 'use: [city]\n');
    expect(await numbers()).toEqual({ partyDay: '每周 1 次' });

    await put('duties/presets/district.yaml', `${preset.replace('本市', '本区')}basedOn: [city]\n`);
    await put('duties/in-use.yaml', 'use: [district]\n');
    expect((await rules()).presets.map(({ id }) => id)).toEqual(['city', 'district']);
    expect(await numbers()).toEqual({ partyDay: '每周 1 次' });
    expect(await problems()).toEqual([]);
  });

  it('refuse what is looser than the national rule, say so, and keep the national number', async () => {
    await put('duties/01.yaml', rule);
    await put('duties/presets/city.yaml', preset.replace('every: 月', 'every: 季度'));
    await put('duties/in-use.yaml', 'use: [city]\n');
    const what = '主题党日 每季度 1 次，比全国的（每月 1 次）宽，没有采用，仍按全国的算';
    expect(await problems()).toEqual([`duties/presets/city.yaml:5 提示：${what}。`]);
    expect(await numbers()).toEqual({ partyDay: '每月 1 次' });
    expect(checkDuties((await loadLibrary(directory)).library, today)).toMatchObject({
      state: 'attention',
      text: `本市：${what}。请核对后改 content/duties/presets/，或从 in-use.yaml 里去掉。`,
    });
  });

  it('hold a local duty only where a preset in use names it', async () => {
    await put('duties/01.yaml', rule.replace('every: 月', 'basis: 地方'));
    await put('duties/presets/city.yaml', preset);
    expect(await numbers()).toEqual({});
    await put('duties/in-use.yaml', 'use: [city]\n');
    expect(await numbers()).toEqual({ partyDay: '每月 1 次' });
  });

  it('change with the dates of their rules and presets', async () => {
    const later = rule.replace('2018-10-28', '2027-01-01').replace('every: 月', 'every: 季度');
    await put('duties/01.yaml', `${rule}  until: 2026-12-31\n${later}`);
    expect(await problems()).toEqual([]);
    const number = async (year: number, month: number, day: number) =>
      dutiesInForce(await rules(), localDate(year, month, day)).map((one) => paceWords(one.rule));
    expect(await number(2018, 10, 27)).toEqual([]);
    expect(await number(2026, 12, 31)).toEqual(['每月 1 次']);
    expect(await number(2027, 1, 1)).toEqual(['每季度 1 次']);
  });
});

describe('problems in duties', () => {
  it.each([
    ['01.yaml', rule.replace('code: partyDay', 'code: 主题党日'), 1, 'code 只用英文字母和数字'],
    ['01.yaml', rule.replace('scope: 党支部', 'scope: 支部'), 3, 'scope 可以写：党支部、党小组'],
    ['01.yaml', rule.replace('scope: 党支部', 'scope: []'), 3, 'scope 可以写：党支部、党小组'],
    ['01.yaml', rule.replace('strength: 应当', 'strength: 要'), 4, 'strength 可以写：应当、至少'],
    [
      '01.yaml',
      rule.replace('every: 月', 'every: 旬'),
      5,
      '“旬”看不懂，every 可以写：周、月、季度、半年、年、3年。',
    ],
    ['01.yaml', rule.replace('every: 月', 'every: 0年'), 5, 'every 写了 0，永远轮不到'],
    ['01.yaml', rule.replace('every: 月', 'every: 2月'), 5, '几月一次还不能写'],
    ['01.yaml', rule.replace('every: 月', 'every: 9年'), 5, 'every 最多写 5年'],
    ['01.yaml', rule.replace('every: 月', 'times: 2'), 5, 'times 和 every 一起写'],
    ['01.yaml', rule.replace('every: 月', 'evry: 月'), 5, '没有“evry”这一项，是不是“every”？'],
    ['01.yaml', rule.replace('record: 开会', 'record: 开'), 6, 'record 可以写：开会、登记'],
    ['01.yaml', rule.replace('  source: 条例第十六条\n', ''), 1, '缺少 source'],
    ['01.yaml', rule.replace('2018-10-28', '2018-02-30'), 9, '没有 2018-02-30 这一天'],
    ['01.yaml', `${rule}  until: 2018-10-01\n`, 10, 'until（最后一天）比 from（第一天）还早'],
    ['01.yaml', `${rule}  clock: 届期\n`, 10, 'every 和 clock 只写一个'],
    ['01.yaml', `${rule}  termYears: 0\n`, 10, 'termYears 要写 1 到 10 的整数'],
    [
      '01.yaml',
      `${rule}  termYears: 3\n`,
      1,
      'aheadMonths、withinMonths 和 termYears 只用在写了 clock 的规则里',
    ],
    ['01.yaml', `${rule}  only: 有钱\n`, 10, 'only 可以写：有书记、有委员'],
    ['01.yaml', rule + rule, 10, 'partyDay 已经写在 duties/01.yaml 第 1 行，有效的日子重叠'],
    ['01.yaml', 'partyDay: 月\n', 1, '规则要写成列表'],
    ['01.txt', rule, 1, '文件名要以 .yaml 结尾'],
    ['旧/01.yaml', rule, 1, '这里只有一个文件夹 presets'],
    // Windows that never open.
    [
      '01.yaml',
      `${yearly}  window: 10-01 至 09-30\n`,
      10,
      '这段日子一天也没有：10-01 至 09-30 的最后一天比第一天早。跨年写 次年',
    ],
    ['01.yaml', `${yearly}  window: 02-30 至 03-31\n`, 10, '没有 02-30 这一天'],
    ['01.yaml', `${yearly}  window: 13-01 至 13-31\n`, 10, '没有 13-01 这一天'],
    ['01.yaml', `${yearly}  window: 次年 01-01 至 次年 03-31\n`, 10, '只有最后一天可以是次年'],
    ['01.yaml', `${yearly}  window: 03-01 至 次年 04-01\n`, 10, '超过了一年'],
    ['01.yaml', `${yearly}  window: 第四季度\n`, 10, '“第四季度”不是日子'],
    ['01.yaml', `${rule}  window: 10-01 至 12-31\n`, 10, 'window 只用在一年一次的规则里'],
    ['01.yaml', `${yearly}  notice: 次年 03-31\n`, 10, 'notice 和 window 一起写'],
    [
      '01.yaml',
      `${yearly}  window: 10-01 至 12-31\n  notice: 03-31\n`,
      11,
      'notice 比 window 的最后一天还早',
    ],
    ['01.yaml', `${yearly.replace('2018-10-28', '2026-01-01')}  until: 2026-12-30\n`, 10, '一次也轮不到'],
  ])('are told with their line: %s %#', async (file, text, line, what) => {
    await put(`duties/${file}`, text);
    const found = await problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`duties/${file.includes('/') ? '旧' : file}:${line} `);
    expect(found[0]).toContain(what);
  });

  it.each([
    ['city.yaml', preset.replace('partyDay', 'partyday'), 5, '没有代号是 partyday 的义务，是不是 partyDay？'],
    ['city.yaml', preset.replace('every: 月', 'every: 0月'), 6, 'every 写了 0，永远轮不到'],
    ['city.yaml', preset.replace('every: 月', 'window: 10-01 至 12-31'), 6, '没有“window”这一项'],
    ['city.yaml', preset.replace('every: 月', 'times: 2'), 6, 'times 和 every 一起写'],
    ['city.yaml', `${preset}until: 2019-12-31\n`, 7, 'until（最后一天）比 from（第一天）还早'],
    ['city.yaml', `${preset}basedOn: town\n`, 7, 'basedOn 要写在方括号里'],
    ['city.yaml', `${preset}basedOn: [town]\n`, 7, 'presets 里没有可以用的 town.yaml'],
    ['city.yaml', `${preset}basedOn: [city]\n`, 7, 'basedOn 绕了一圈：city → city'],
    ['my city.yaml', preset, 1, '文件名要以 .yaml 结尾，中间没有空格'],
  ])('of a preset, too: %s %#', async (file, text, line, what) => {
    await put('duties/01.yaml', rule);
    await put(`duties/presets/${file}`, text);
    const found = await problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`duties/presets/${file}:${line} `);
    expect(found[0]).toContain(what);
  });

  it('include a circle of presets, told at each of them; the others are used', async () => {
    await put('duties/01.yaml', rule);
    await put('duties/presets/a.yaml', `${preset}basedOn: [b]\n`);
    await put('duties/presets/b.yaml', `${preset}basedOn: [c]\n`);
    await put('duties/presets/c.yaml', `${preset}basedOn: [a]\n`);
    await put('duties/presets/d.yaml', `${preset.replace('月', '周')}basedOn: [a]\n`);
    await put('duties/in-use.yaml', 'use: [a, d]\n');
    expect(await problems()).toEqual([
      'duties/presets/a.yaml:7 basedOn 绕了一圈：a → b → c → a。请去掉其中一个。',
      'duties/presets/b.yaml:7 basedOn 绕了一圈：b → c → a → b。请去掉其中一个。',
      'duties/presets/c.yaml:7 basedOn 绕了一圈：c → a → b → c。请去掉其中一个。',
    ]);
    expect((await rules()).presets.map(({ id }) => id)).toEqual(['d']);
  });
});

describe('a kind of meeting', () => {
  it('is told when the duty it names does not exist', async () => {
    await put('duties/01.yaml', rule);
    const type =
      '- code: partyDay\n  name: 主题党日\n  invites: 党员\n  studyFirst: 是\n  agenda: []\n  duty: partyDays\n  source: 条例\n';
    await put('meetings/types.yaml', type);
    expect(await problems()).toEqual([
      'meetings/types.yaml:6 duties 里没有代号是 partyDays 的义务，是不是 partyDay？',
    ]);
  });
});

describe('the doctor on duties', () => {
  it('warns when there are none', async () => {
    expect(checkDuties((await loadLibrary(directory)).library, today)).toMatchObject({ state: 'attention' });
  });
});
