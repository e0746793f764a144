import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLists } from '../../src/roster/check-lists.ts';
import { problemLine } from '../../src/roster/problem.ts';
import { readRosterFile } from '../../src/roster/read-roster-file.ts';
import { memberKinds, memberStates, posts, type RosterLists } from '../../src/roster/roster.ts';
import { demoCityDirectory } from '../../src/simulator/demo-city/demo-city.ts';
import { localDate } from '../../src/time/local-date.ts';

let directory: string;
let fresh = 0;
const newPath = (ending = '') => join(directory, `${(fresh += 1)}${ending}`);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'roster-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

async function check(path: string) {
  const { problems, lists } = checkLists(await readRosterFile(path), localDate(2026, 11, 20));
  return { lists, said: problems.map(problemLine) };
}

async function csvFolder(organisations: string | Uint8Array, people: string | Uint8Array): Promise<string> {
  const folder = newPath();
  await mkdir(folder);
  await writeFile(join(folder, '组织.csv'), organisations);
  await writeFile(join(folder, '人员.csv'), people);
  return folder;
}

const organisationsCsv = '编号,名称,类型,上级编号\r\nGW,机关工委,工委,\r\n';
const peopleCsv = '账号,姓名,组织编号,职务,类别\r\nlin,林晓棠,GW,党员,正式党员\r\n';

const readLists: RosterLists = {
  organisations: [{ code: 'GW', name: '机关工委', kind: '工委' }],
  people: [
    {
      userid: 'lin',
      name: '林晓棠',
      organisation: 'GW',
      posts: [],
      kind: '正式党员',
      tags: [],
      state: '在册',
    },
  ],
};

describe('a folder of CSV files', () => {
  it.each([
    ['as any program writes it', organisationsCsv, peopleCsv],
    ['with a BOM', `\ufeff${organisationsCsv}`, `\ufeff${peopleCsv}`],
    ['with plain line feeds', organisationsCsv.replaceAll('\r', ''), peopleCsv.replaceAll('\r', '')],
    ['with quoted cells', organisationsCsv.replace('机关工委', '"机关工委"'), peopleCsv],
    ['without a last line break', organisationsCsv.trimEnd(), peopleCsv.trimEnd()],
  ])('is read %s', async (_, organisations, people) => {
    expect(await check(await csvFolder(organisations, people))).toEqual({ lists: readLists, said: [] });
  });

  it('keeps codes with zeros in front and takes the dates Excel writes', async () => {
    const folder = await csvFolder(
      '编号,名称,类型,上级编号,届期起\nGW,工委,工委,,\n001,一支部,党支部,GW,45394\n',
      '账号,姓名,组织编号,职务,类别,入党日期\nlin,林晓棠,001,党员,正式党员,2016/11/23 0:00\n',
    );
    const { lists } = await check(folder);
    expect(lists?.organisations[1]).toMatchObject({ code: '001', termFrom: '2024-04-12' });
    expect(lists?.people[0]).toMatchObject({ organisation: '001', joinedOn: '2016-11-23' });
  });

  it('counts rows as Excel does, whatever line breaks are inside cells', async () => {
    const folder = await csvFolder(
      organisationsCsv,
      `${peopleCsv}zhang,"张\n三",GW,党员,正式党员\n\nwu,吴刚,B7,党员,正式党员\n`,
    );
    expect((await check(folder)).said).toEqual(['人员 第 5 行：组织编号 B7 不在组织表中。']);
  });

  it('in GBK is refused with the way to save it', async () => {
    // 编号,名称,类型,上级编号 in GBK, from Python's codec.
    const gbk = Buffer.from('b1e0bac52cc3fbb3c62cc0e0d0cd2cc9cfbcb6b1e0bac50d0a', 'hex');
    expect((await check(await csvFolder(gbk, peopleCsv))).said).toEqual([
      '组织：文件不是 UTF-8 编码（看起来是 GBK）。请在 Excel 或 WPS 里选“另存为”，类型选“CSV UTF-8（逗号分隔）”，再导入一次。',
    ]);
  });

  it('in UTF-16 or anything else is refused too', async () => {
    const folder = await csvFolder(
      Buffer.from(organisationsCsv, 'utf16le'),
      Buffer.from([0xff, 0xfe, 0xff, 0x81, 0x0a]),
    );
    const { said } = await check(folder);
    expect(said.map((line) => line.split('。')[0])).toEqual([
      '组织：文件不是 UTF-8 编码',
      '人员：文件不是 UTF-8 编码',
    ]);
  });

  it('with an open quote is refused, because it would swallow people', async () => {
    const folder = await csvFolder(organisationsCsv, `${peopleCsv}zhang,"张三,GW,党员,正式党员\n`);
    expect((await check(folder)).said).toEqual([
      '人员：有一个英文双引号没有配对，后面的内容分不清格子。请删去多余的引号，再导入一次。',
    ]);
  });

  it('needs both files', async () => {
    const folder = await csvFolder(organisationsCsv, peopleCsv);
    await rm(join(folder, '人员.csv'));
    expect((await check(folder)).said).toEqual([
      '人员：文件夹里没有这个 .csv 文件。应有两个：组织.csv、人员.csv。',
    ]);
  });

  it('as a single file is refused with the way to give both', async () => {
    const folder = await csvFolder(organisationsCsv, peopleCsv);
    await expect(readRosterFile(join(folder, '人员.csv'))).rejects.toThrow(/^人员\.csv 只是一张表。/);
  });
});

describe('the demo city', () => {
  it('has a roster without a word to say about it, with every role, kind and state', async () => {
    const { lists, said } = await check(demoCityDirectory);
    expect(said).toEqual([]);
    const people = lists?.people ?? [];
    expect(new Set(people.flatMap((person) => person.posts))).toEqual(new Set(posts));
    expect(new Set(people.map(({ kind }) => kind))).toEqual(new Set(memberKinds));
    expect(new Set(people.map(({ state }) => state))).toEqual(new Set(memberStates));
    expect(people.find(({ userid }) => userid === 'lin.xiaotang')).toMatchObject({
      name: '林晓棠',
      organisation: 'A1',
    });
  });
});
