import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkHours } from '../../src/doctor/checks/hours.ts';
import { readCountingFile } from '../../src/library/hours-counting-file.ts';
import { readPresetFile } from '../../src/library/hours-preset-file.ts';
import type { HoursPreset } from '../../src/library/hours-rules.ts';
import { hoursStandard, looserTargets } from '../../src/library/hours-standard.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate } from '../../src/time/local-date.ts';

const counting = `- from: 2026-01-01
  source: 本单位的规定
  categories:
    集中培训:
      code: j
      day: 8
      most: 8
      theory: 是
`;
const national = `name: 全国
scope: 全国
source: 条例第二十条
from: 2019-05-06
targets:
  党员: 32
`;
const local = `name: 本市
scope: 地方
source: 本市的规定
from: 2020-01-01
targets:
  党员: 24
  班子: 40
`;

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-'));
  await put('study/01-甲/01.md', '---\nid: K01\ntitle: 甲\nminutes: 2\nsource: 乙\n---\n正文。\n');
  await put(
    'calendar/2026.yaml',
    'notice: 通知\nissued: 2025-11-04\noff:\n  元旦: 2026-01-01 至 2026-01-03\n',
  );
  await put('hours/counting.yaml', counting);
  await put('hours/presets/national.yaml', national);
  await put('hours/in-use.yaml', 'use: []\n');
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

async function rules() {
  return (await loadLibrary(directory)).library.hours;
}

describe('the shipped hours', () => {
  it('ask for the national 32 of everybody, and for nothing local', async () => {
    const { library, problems: found } = await loadLibrary('content');
    expect(found.filter(({ file }) => file.startsWith('hours'))).toEqual([]);
    expect(hoursStandard(library.hours.presets, 2026)).toEqual({
      year: 2026,
      targets: { 党员: 32, 班子: 32, 书记: 32 },
      theoryPercent: undefined,
    });
  });

  it('hold every preset of the sources in a file that can be used', async () => {
    const read = async (id: string) =>
      readPresetFile(await readFile(`content/hours/presets/${id}.yaml`, 'utf8'), id);
    expect(await read('danyang2020')).toMatchObject({
      value: { preset: { targets: { 党员: 24, 班子: 40 } } },
    });
    expect(await read('yueyang2020')).toMatchObject({ value: { preset: { theoryPercent: 70 } } });
    expect(await read('officers56')).toMatchObject({ value: { preset: { targets: { 班子: 56 } } } });
  });
});

describe('the hours of a deployment', () => {
  it('may be missing altogether', async () => {
    await rm(join(directory, 'hours'), { recursive: true });
    expect(await problems()).toEqual([]);
    expect(await rules()).toEqual({ counting: [], presets: [] });
  });

  it('use a local preset only where it is named', async () => {
    await put('hours/presets/city.yaml', local);
    expect((await rules()).presets.map(({ id }) => id)).toEqual(['national']);
    await put('hours/in-use.yaml', 'use: [city]\n');
    expect((await rules()).presets.map(({ id }) => id)).toEqual(['city', 'national']);
  });

  it('refuse what is looser than the national floor, say so, and use the rest', async () => {
    await put('hours/presets/city.yaml', local);
    await put('hours/in-use.yaml', 'use: [city]\n');
    expect(await problems()).toEqual([
      'hours/presets/city.yaml:6 提示：党员 24 学时低于全国的 32，没有采用，仍按 32 算。',
    ]);
    const { presets } = await rules();
    expect(hoursStandard(presets, 2026).targets).toEqual({ 党员: 32, 班子: 40, 书记: 40 });
  });

  it('say what an event is worth by the rule of its day', async () => {
    await put(
      'hours/counting.yaml',
      `${counting.replace('2026', '2027').replace('day: 8', 'day: 6')}${counting}`,
    );
    expect((await rules()).counting.map(({ from, categories }) => [from, categories[0]?.worth.day])).toEqual([
      ['2026-01-01', 8],
      ['2027-01-01', 6],
    ]);
  });
});

describe('problems in hours', () => {
  it.each([
    ['hours/counting.yaml', '', 1, '要写成列表'],
    ['hours/counting.yaml', counting.replace('most: 8', 'most: 25'), 7, 'most 要写 0.5 到 24 的数'],
    ['hours/counting.yaml', counting.replace('most: 8', 'most: -8'), 7, 'most 要写 0.5 到 24 的数'],
    ['hours/counting.yaml', counting.replace('day: 8', 'day: 8.3'), 6, 'day 要写 0.5 到 24 的数'],
    [
      'hours/counting.yaml',
      counting.replace('day: 8', 'day: 12'),
      7,
      'most（一天最多记几学时）比上面的数还小',
    ],
    ['hours/counting.yaml', counting.replace('      most: 8\n', ''), 5, '缺少 most'],
    ['hours/counting.yaml', counting.replace('theory: 是', 'theory: yes'), 8, 'theory 写 是 或 否'],
    ['hours/counting.yaml', counting.replace('day:', 'days:'), 6, '没有“days”这一项，是不是“day”？'],
    ['hours/counting.yaml', counting.replace('集中培训:', '集中 培训:'), 4, '“集中 培训”不能作名称'],
    [
      'hours/counting.yaml',
      counting.replace('code: j', 'code: jz'),
      5,
      'code 要写一个小写字母，例如：code: j',
    ],
    ['hours/counting.yaml', counting.replace('      code: j\n', ''), 5, '缺少 code'],
    [
      'hours/counting.yaml',
      `${counting}    党课:\n      code: j\n      most: 4\n      theory: 是\n`,
      10,
      '代号 j 前面给了“集中培训”，只能给一类：新的一类请换一个字母，改名请各段一起改。',
    ],
    [
      'hours/counting.yaml',
      counting + counting.replace('2026', '2027').replace('code: j', 'code: p'),
      13,
      '“集中培训”的代号在前面是 j，定了就不再改，请写 code: j',
    ],
    ['hours/counting.yaml', counting.replace('2026-01-01', '2026-02-30'), 1, '没有 2026-02-30 这一天'],
    ['hours/counting.yaml', counting + counting, 9, '从 2026-01-01 起的已经写过一段'],
    ['hours/presets/city.yaml', local.replace('党员: 24', '党员: 两百'), 6, '党员 要写 1 到 500 的整数'],
    ['hours/presets/city.yaml', local.replace('班子', '班长'), 7, '没有“班长”这一项'],
    ['hours/presets/city.yaml', local.replace('scope: 地方', 'scope: 本地'), 2, 'scope 写 全国 或 地方'],
    ['hours/presets/city.yaml', `${local}until: 2019-12-31\n`, 8, 'until（最后一天）比 from（第一天）还早'],
    ['hours/presets/city.yaml', `${local}theoryPercent: 100\n`, 8, 'theoryPercent 要写 1 到 99 的整数'],
    ['hours/presets/my city.yaml', local, 1, '文件名要以 .yaml 结尾，中间没有空格'],
    ['hours/presets/旧/city.yaml', local, 1, '这里不分文件夹'],
    ['hours/in-use.yaml', 'use: [town]\n', 1, 'presets 里没有可以用的 town.yaml。可以写的有：national。'],
    ['hours/in-use.yaml', 'use: danyang\n', 1, 'use 要写在方括号里'],
    ['hours/notes.txt', 'x', 1, '这里只放 counting.yaml、in-use.yaml 和文件夹 presets。'],
  ])('are told with their line: %s %#', async (file, text, line, what) => {
    await put(file, text);
    const place = file.includes('旧') ? 'hours/presets/旧' : file;
    const found = await problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${place}:${line} `);
    expect(found[0]).toContain(what);
  });

  it('include the want of a floor, or of a table of what events are worth', async () => {
    await rm(join(directory, 'hours/counting.yaml'));
    await rm(join(directory, 'hours/presets'), { recursive: true });
    expect(await problems()).toEqual([
      'hours/counting.yaml:1 缺少这个文件：它写一场活动记几学时。',
      'hours/presets:1 缺少 scope 是 全国 的一份，所以没有底线，学时不设目标。',
    ]);
  });
});

describe('what a year asks for', () => {
  const preset = (id: string, changes: Partial<HoursPreset>): HoursPreset => ({
    id,
    name: id,
    scope: '地方',
    source: '规定',
    from: localDate(2020, 1, 1),
    targets: {},
    ...changes,
  });
  const floor = preset('national', { scope: '全国', targets: { 党员: 32 } });

  it('is the strictest of what is in force on its last day, each role bound by those before it', () => {
    const presets = [
      floor,
      preset('one', { targets: { 班子: 40 }, theoryPercent: 60 }),
      preset('two', { targets: { 党员: 36, 书记: 56 }, theoryPercent: 70 }),
    ];
    expect(hoursStandard(presets, 2026)).toEqual({
      year: 2026,
      targets: { 党员: 36, 班子: 40, 书记: 56 },
      theoryPercent: 70,
    });
    expect(hoursStandard([floor], 2019).targets.党员).toBe(0);
  });

  it('begins and ends with the dates of a preset', () => {
    const dated = preset('dated', {
      targets: { 党员: 48 },
      from: localDate(2025, 7, 1),
      until: localDate(2026, 12, 30),
    });
    const targets = [2024, 2025, 2026].map((year) => hoursStandard([floor, dated], year).targets.党员);
    expect(targets).toEqual([32, 48, 32]);
  });

  it('is never lowered by a local preset, which is named with the floor of its time', () => {
    const loose = preset('loose', { targets: { 党员: 24, 班子: 32, 书记: 31 } });
    expect(hoursStandard([floor, loose], 2026).targets).toEqual({ 党员: 32, 班子: 32, 书记: 32 });
    expect(
      looserTargets([floor, loose]).map(({ role, hours, floor: least }) => [role, hours, least]),
    ).toEqual([
      ['党员', 24, 32],
      ['书记', 31, 32],
    ]);
    const before = preset('before', {
      targets: { 党员: 24 },
      from: localDate(2010, 1, 1),
      until: localDate(2019, 12, 31),
    });
    expect(looserTargets([floor, before])).toEqual([]);
  });
});

describe('the doctor on hours', () => {
  it('tells the targets of the year', async () => {
    const { library } = await loadLibrary('content');
    expect(checkHours(library, 2026)).toMatchObject({ state: 'well', text: '党员 32，班子 32，书记 32。' });
  });

  it('warns of a preset below the national floor', async () => {
    await put('hours/presets/city.yaml', local);
    await put('hours/in-use.yaml', 'use: [city]\n');
    const { library } = await loadLibrary(directory);
    const finding = checkHours(library, 2026);
    expect(finding.state).toBe('attention');
    expect(finding.text).toContain('本市的党员 24 学时低于全国的 32，没有采用，仍按 32 算。');
  });

  it('warns when nothing is asked for', async () => {
    await rm(join(directory, 'hours'), { recursive: true });
    const { library } = await loadLibrary(directory);
    expect(checkHours(library, 2026)).toMatchObject({ state: 'attention' });
  });
});

describe('the README for editors', () => {
  it('shows a table and a preset that are correct as they stand', async () => {
    const readme = await readFile('content/README.md', 'utf8');
    const examples = [...readme.matchAll(/^```\n(.*?)^```$/gms)].map(([, text = '']) => text);
    const table = examples.find((text) => text.startsWith('- from:')) ?? '';
    const preset = examples.find((text) => text.startsWith('name:')) ?? '';
    expect(readCountingFile(table)).toMatchObject({ value: [{ from: '2027-01-01' }] });
    expect(readPresetFile(preset, 'city2027')).toMatchObject({
      value: { preset: { targets: { 班子: 56 } } },
    });
  });
});
