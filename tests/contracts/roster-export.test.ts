import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLists } from '../../src/roster/check-lists.ts';
import { cleanCode, cleanText } from '../../src/roster/clean-text.ts';
import { problemLine } from '../../src/roster/problem.ts';
import { readRosterFile } from '../../src/roster/read-roster-file.ts';
import {
  memberKinds,
  memberStates,
  organisationKinds,
  posts,
  type Organisation,
  type Person,
  type RosterLists,
} from '../../src/roster/roster.ts';
import { writeRoster } from '../../src/roster/write-roster.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';
import { generateRoster } from '../support/generate-roster.ts';

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

const small = generateRoster(1, 1);

describe('an exported roster', () => {
  it.each(['.xlsx', ''])('loses nothing when it is imported again (%j)', async (ending) => {
    await fc.assert(
      fc.asyncProperty(anyLists, async (lists) => {
        const path = newPath(ending);
        await writeRoster(lists, path);
        expect((await check(path)).lists).toEqual(lists);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['.xlsx', ''])('holds 10,000 people in 132 organisations (%j)', async (ending) => {
    const lists = generateRoster(132, 10_000);
    const path = newPath(ending);
    await writeRoster(lists, path);
    expect(await check(path)).toEqual({ lists, said: [] });
  });

  it('never holds a cell that a spreadsheet would run', async () => {
    const path = newPath();
    const organisations = small.organisations.map((one) => ({ ...one, name: '=HYPERLINK("http://x")' }));
    await writeRoster({ organisations, people: small.people }, path);
    expect(await readFile(join(path, '组织.csv'), 'utf8')).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('can be opened by nobody else on the machine, and begins with a BOM for Excel', async () => {
    const path = newPath();
    await writeRoster(small, path);
    const file = join(path, '人员.csv');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('overwrites nothing', async () => {
    const folder = newPath();
    await writeRoster(small, folder);
    await rm(join(folder, '组织.csv'));
    await expect(writeRoster(small, folder)).rejects.toThrow('人员.csv 已经存在，没有覆盖');
    await expect(stat(join(folder, '组织.csv'))).rejects.toThrow('ENOENT');

    const workbook = newPath('.xlsx');
    await writeRoster(small, workbook);
    const content = await readFile(workbook);
    await expect(writeRoster(generateRoster(2, 2), workbook)).rejects.toThrow('已经存在，没有覆盖');
    expect(await readFile(workbook)).toEqual(content);
  });

  it.each(['.csv', '.xls', '.pdf'])('is not written as %s', async (ending) => {
    await expect(writeRoster(small, newPath(ending))).rejects.toThrow(`不能导出成 ${ending}`);
  });

  it('needs a folder it can be written into', async () => {
    await expect(writeRoster(small, join(directory, 'missing', 'a.xlsx'))).rejects.toThrow(
      /^写不进 .*（ENOENT）/,
    );
  });
});

/** Texts that spreadsheets like to turn into something else. */
const trickyText = fc.constantFrom(
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  "'=1",
  "'",
  '001',
  '1e5',
  '2026-02-03',
  'TRUE',
  '"引号"',
  'a,b',
  '一；二',
  '_x0041_',
  '&lt;',
  '𠮷野',
  '#标题',
);
const anyText = fc.oneof(trickyText, fc.string({ unit: 'grapheme', maxLength: 20 }));
const name = anyText.map(cleanText).filter((text) => text !== '');
const code = anyText.map((text) => cleanCode(cleanCode(text))).filter((text) => text !== '');
const tag = anyText
  .map((text) => cleanText(text.replace(/[;；、,，]/g, ' ').replace(/^[\s#＃]+/, '')))
  .filter((text) => text !== '' && !/^[#＃]/.test(text));
const day = fc.integer({ min: 0, max: 65_000 }).map((days) => addDays(localDate(1921, 1, 1), days));
const account = fc.stringMatching(/^[A-Za-z0-9_.@-]{1,64}$/);

/** Leaves out what is undefined, as the lists do. */
function compact<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}

const anyLists: fc.Arbitrary<RosterLists> = fc
  .uniqueArray(code, { minLength: 1, maxLength: 6 })
  .chain((codes) =>
    fc.record({
      organisations: fc.tuple(...codes.map((own, index) => anyOrganisation(own, codes.slice(0, index)))),
      people: fc
        .uniqueArray(account, { minLength: 1, maxLength: 8, selector: (userid) => userid.toLowerCase() })
        .chain((userids) => fc.tuple(...userids.map((userid) => anyPerson(userid, codes)))),
    }),
  );

function anyOrganisation(own: string, above: readonly string[]): fc.Arbitrary<Organisation> {
  return fc
    .record({
      name,
      kind: fc.constantFrom(...organisationKinds),
      parent: above.length > 0 ? fc.constantFrom(...above) : fc.constant(undefined),
      term: fc.option(fc.tuple(day, day), { nil: undefined }),
      officerSeats: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
    })
    .map(({ term, ...rest }) => {
      const [termFrom, termUntil] = term?.toSorted() ?? [];
      return compact({ code: own, ...rest, termFrom, termUntil });
    });
}

function anyPerson(userid: string, codes: readonly string[]): fc.Arbitrary<Person> {
  return fc
    .record({
      name,
      organisation: fc.constantFrom(...codes),
      posts: fc.subarray([...posts]),
      kind: fc.constantFrom(...memberKinds),
      joinedOn: fc.option(day, { nil: undefined }),
      tags: fc.uniqueArray(tag, { maxLength: 4 }),
      state: fc.constantFrom(...memberStates),
      inPostSince: fc.option(day, { nil: undefined }),
    })
    .map((person) => compact({ userid, ...person }) as Person);
}
