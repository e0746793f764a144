import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { filledIn } from '../../src/library/message-texts.ts';
import { anniversariesOn } from '../../src/occasions/anniversaries.ts';
import { longHolidays, reminderDay } from '../../src/occasions/long-holidays.ts';
import type { Person } from '../../src/roster/roster.ts';
import { parseLocalDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

function joined(on: string, changes: Partial<Person> = {}): Person {
  return {
    userid: on,
    name: on,
    organisation: 'A1',
    posts: [],
    kind: '正式党员',
    joinedOn: day(on),
    tags: [],
    state: '在册',
    ...changes,
  };
}

/** The anniversaries greeted on a day, as `whose, the day, the years`. */
function greeted(people: readonly Person[], on: string): string[] {
  return anniversariesOn(people, day(on), calendar).map(
    ({ person, on: date, years }) => `${person.name} ${date} ${years}`,
  );
}

describe('an anniversary', () => {
  it('is greeted on its day, or on the working day before it', () => {
    const people = [joined('2016-11-20'), joined('2016-11-22'), joined('2016-11-23')];
    expect(greeted(people, '2026-11-20')).toEqual(['2016-11-20 2026-11-20 10', '2016-11-22 2026-11-22 10']);
    expect(greeted(people, '2026-11-21')).toEqual([]);
    expect(greeted(people, '2026-11-23')).toEqual(['2016-11-23 2026-11-23 10']);
    // Over the whole of the National Day's holidays.
    expect(greeted([joined('1999-10-01'), joined('1999-10-07')], '2026-09-30')).toHaveLength(2);
  });

  it('of 29 February is 28 February in other years', () => {
    const people = [joined('2016-02-29')];
    expect(greeted(people, '2028-02-28')).toEqual([]);
    expect(greeted(people, '2028-02-29')).toEqual(['2016-02-29 2028-02-29 12']);
    // 28 February 2027 is a Sunday.
    expect(greeted(people, '2027-02-26')).toEqual(['2016-02-29 2027-02-28 11']);
  });

  it('is none on the day itself, nor for whoever is no member', () => {
    expect(greeted([joined('2026-11-20')], '2026-11-20')).toEqual([]);
    expect(greeted([joined('2016-11-20', { kind: '入党积极分子' })], '2026-11-20')).toEqual([]);
  });
});

describe('long holidays', () => {
  const shown = (year: number, least: number) =>
    longHolidays(
      library.calendars.filter((one) => one.year === year),
      createWorkCalendar(library.calendars.filter((one) => one.year === year)),
      least,
    ).map(({ name, from, until }) => `${name} ${from} ${until}`);

  it('are rows of days off with the weekends beside them', () => {
    expect(shown(2026, 3)).toEqual([
      '元旦 2026-01-01 2026-01-03',
      '春节 2026-02-15 2026-02-23',
      '清明节 2026-04-04 2026-04-06',
      '劳动节 2026-05-01 2026-05-05',
      '端午节 2026-06-19 2026-06-21',
      '中秋节 2026-09-25 2026-09-27',
      '国庆节 2026-10-01 2026-10-07',
    ]);
    expect(shown(2026, 5).map((line) => line.split(' ')[0])).toEqual(['春节', '劳动节', '国庆节']);
  });

  it('are as good as the law alone gives while the notice is out', () => {
    expect(shown(2027, 3)).toEqual([
      '元旦 2027-01-01 2027-01-03',
      '春节 2027-02-05 2027-02-08',
      '清明节 2027-04-03 2027-04-05',
      '国庆节 2027-10-01 2027-10-03',
    ]);
  });

  it('are spoken of on the third working day before', () => {
    const of = (from: string) => reminderDay({ name: '节', from: day(from), until: day(from) }, calendar);
    expect(of('2026-10-01')).toBe('2026-09-28');
    // 14 February is worked, a Saturday.
    expect(of('2026-02-15')).toBe('2026-02-12');
  });
});

describe('the wording of messages', () => {
  it('takes what is put in, and leaves strange braces alone', () => {
    expect(filledIn('{节日}前：{别的}', { 节日: '国庆节' })).toBe('国庆节前：{别的}');
  });

  it.each([
    ['greeting.yaml', 'title: 甲\n', 1, '缺少 body'],
    [
      'greeting.yaml',
      'title: "{名字}的生日"\nbody: 乙\n',
      1,
      '“{名字}”不会换成内容，可以写：{哪天}、{入党日期}、{年}。',
    ],
    ['integrity.yaml', 'audience: 班子\nleast: 0\ntitle: 甲\nbody: 乙\n', 2, 'least 要写 1 到 15 的整数'],
    ['integrity.yaml', 'audience: 班子\nleast: 3\ntitle: 甲\nbody: "{放假"\n', 4, '“{放假”不会换成内容'],
    ['other.yaml', 'title: 甲\n', 1, '这里只放 greeting.yaml 和 integrity.yaml。'],
  ])('is checked: %s %#', async (file, text, line, what) => {
    const directory = await mkdtemp(join(tmpdir(), 'content-'));
    await mkdir(join(directory, 'messages'));
    await writeFile(join(directory, 'messages', file), text);
    const { problems } = await loadLibrary(directory);
    const found = problems.filter((problem) => problem.file.startsWith('messages'));
    expect(found).toMatchObject([{ file: `messages/${file}`, line }]);
    expect(found[0]?.what).toContain(what);
    await rm(directory, { recursive: true });
  });
});
