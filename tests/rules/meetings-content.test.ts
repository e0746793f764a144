import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualCheckIn } from '../../src/library/check-in-rules.ts';
import { loadLibrary } from '../../src/library/load-library.ts';

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

const assembly = `- code: memberAssembly
  name: 党员大会
  aliases: [支部大会]
  invites: 党员
  quorum: 半数以上
  quorumSource: 条例第十一条
  studyFirst: 是
  agenda: [报告, 表决]
  source: 条例第十一条
`;

describe('the kinds of meeting', () => {
  it('are read as they are written', async () => {
    await put('meetings/types.yaml', assembly);
    const { library, problems } = await loadLibrary(directory);
    expect(problems).toEqual([]);
    expect(library.meetingTypes).toEqual([
      {
        code: 'memberAssembly',
        name: '党员大会',
        aliases: ['支部大会'],
        invites: '党员',
        quorum: { present: '半数以上', source: '条例第十一条' },
        studyFirst: true,
        agenda: ['报告', '表决'],
        source: '条例第十一条',
      },
    ]);
  });

  it('may be missing as a whole', async () => {
    expect((await loadLibrary(directory)).library.meetingTypes).toEqual([]);
  });

  it.each([
    [
      'an audience that does not exist',
      assembly.replace('invites: 党员', 'invites: 大家'),
      '4 invites 写 党员、委员',
    ],
    [
      'a quorum without its source',
      assembly.replace(/ {2}quorumSource.*\n/u, ''),
      '5 quorum 和 quorumSource',
    ],
    ['a slip in a key', assembly.replace('agenda', 'agneda'), '是不是“agenda”'],
    [
      'hours of a category that is not counted',
      `${assembly}  hours: 三会\n`,
      '10 hours/counting.yaml 里没有“三会”',
    ],
    ['something that is no list', 'name: 党员大会\n', '1 要写成列表'],
  ])('say what is wrong with %s', async (_, text, what) => {
    await put('meetings/types.yaml', text);
    const { problems } = await loadLibrary(directory);
    expect(problems.map(({ file, line, what: said }) => `${file} ${line} ${said}`).join('\n')).toContain(
      what,
    );
  });

  it('keep the first of two that share a word, and the others', async () => {
    const second = assembly.replace('memberAssembly', 'second').replace('name: 党员大会', 'name: 另一类');
    const third = assembly
      .replace('memberAssembly', 'third')
      .replace('党员大会', '茶话会')
      .replace('支部大会', '茶会');
    await put('meetings/types.yaml', assembly + second + third);
    const { library, problems } = await loadLibrary(directory);
    expect(library.meetingTypes.map(({ code }) => code)).toEqual(['memberAssembly', 'third']);
    expect(problems).toMatchObject([{ file: 'meetings/types.yaml', line: 10, weight: 'error' }]);
  });
});

describe('the times of signing in', () => {
  const times = 'opensBefore: 15\nclosesAfter: 60\nlateAfter: 0\nusualLength: 90\nonlineCounts: 是\n';

  it('are read as they are written, and have defaults', async () => {
    await put('meetings/check-in.yaml', times);
    const { library, problems } = await loadLibrary(directory);
    expect(problems).toEqual([]);
    expect(library.checkIn).toEqual({
      opensBefore: 15,
      closesAfter: 60,
      lateAfter: 0,
      usualLength: 90,
      onlineCounts: true,
    });
    expect(usualCheckIn).toEqual((await loadLibrary('content')).library.checkIn);
  });

  it.each([
    ['a number that is none', times.replace('15', '半小时'), '1 opensBefore 要写 0 到 720 的整数'],
    ['a day', times.replace('60', '1440'), '2 closesAfter 要写 0 到 720 的整数'],
    ['an answer that is neither', times.replace('是', '算'), '5 onlineCounts 写 是 或 否'],
    ['a missing line', times.replace('lateAfter: 0\n', ''), '缺少 lateAfter'],
    ['a slip in a key', times.replace('lateAfter', 'laterAfter'), '是不是“lateAfter”'],
  ])('say what is wrong with %s, and the defaults hold', async (_, text, what) => {
    await put('meetings/check-in.yaml', text);
    const { library, problems } = await loadLibrary(directory);
    expect(problems.map(({ file, line, what: said }) => `${file} ${line} ${said}`).join('\n')).toContain(
      what,
    );
    expect(library.checkIn).toEqual(usualCheckIn);
  });
});

describe('the shipped kinds of meeting', () => {
  it('keep what people say of themselves and each other out of the minutes (domain §11.4)', async () => {
    const { library } = await loadLibrary('content');
    const restricted = library.meetingTypes.filter(({ minutes }) => minutes === '主题和整改');
    expect(restricted.map(({ code }) => code)).toEqual(['orgLifeMeeting', 'democraticAppraisal']);
  });

  it('judge a quorum only where an article states one (domain §3.6)', async () => {
    const { library } = await loadLibrary('content');
    const quorums = library.meetingTypes.map(({ code, quorum }) => [code, quorum?.present] as const);
    expect(quorums.filter(([, present]) => present !== undefined)).toEqual([
      ['memberAssembly', '半数以上'],
      ['committeeMeeting', '半数以上'],
      ['democraticAppraisal', '半数以上'],
      ['admissionAssembly', '超过半数'],
      ['conversionAssembly', '超过半数'],
    ]);
  });
});

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  await writeFile(join(directory, file), text);
}
