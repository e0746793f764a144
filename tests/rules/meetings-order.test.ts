import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { Refusal } from '../../src/errors.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { orderLine } from '../../src/meetings/meeting-order.ts';
import { agendaFor } from '../../src/meetings/order-agenda.ts';
import { readOrderWords, type OrderWords } from '../../src/meetings/order-words.ts';
import type { Organisation, Person } from '../../src/roster/roster.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const { library } = await loadLibrary('content');
const types = library.meetingTypes;
const corpusForm = z.array(z.record(z.string(), z.record(z.string(), z.string())));
const corpus = corpusForm.parse(parse(await readFile('tests/rules/meeting-orders.yaml', 'utf8')));

const today = localDate(2026, 11, 20);
const context = {
  today,
  minute: 540,
  calendar: createWorkCalendar(library.calendars),
  types,
  organisations: ['机关一支部', '机关一支部第一党小组', '机关一支部第二党小组'],
};
const read = (text: string): OrderWords => readOrderWords(text, context);

describe.each(corpus.flatMap((section) => Object.entries(section)))('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s: %s', (text, expected) => {
    const { title = '-', place = '-', agenda, organisation = '-', guests } = read(text);
    const parts = [title, place, agenda.join(' + ') || '-', organisation, guests.join(' ') || '-'];
    expect(parts.join(' | ').replace(/(?: \| -)+$/u, '')).toBe(expected);
  });
});

describe('an order', () => {
  const organisation: Organisation = { code: 'A1', name: '机关一支部', kind: '党支部' };
  const guest = (userid: string): Person => ({
    userid,
    name: userid,
    organisation: 'A1',
    posts: [],
    kind: '群众',
    tags: [],
    state: '在册',
  });
  const minutes = fc.integer({ min: 0, max: 1439 });
  const orders = fc.record({
    type: fc.constantFrom(...types),
    date: fc.integer({ min: 1, max: 300 }).map((days) => addDays(today, days)),
    minute: minutes,
    length: fc.option(fc.integer({ min: 1, max: 300 })),
    place: fc.option(fc.constantFrom('308', '三楼会议室', '腾讯会议123456789', '老干部局', '线上')),
    agenda: fc.array(
      fc.constantFrom(
        '学习11月25日讲话',
        '研究培训计划',
        '讨论三点意见',
        '布置党课',
        '308会议室改造',
        '通报12-01的事',
        '列席人员发言',
      ),
      { maxLength: 4 },
    ),
    guests: fc.uniqueArray(fc.constantFrom('fang.yiming', 'ren.tao'), { maxLength: 2 }),
  });

  it('written as the line that 确认 runs is read back as the same, at any time of any day before', () => {
    fc.assert(
      fc.property(orders, minutes, ({ type, date, minute, length, place, agenda, guests }, now) => {
        const until = length === null || minute + length > 1440 ? undefined : minute + length;
        const when = { date, minute, ...(until === undefined ? {} : { until }) };
        const line = orderLine({
          type,
          title: type.name,
          organisation,
          when,
          ...(place === null ? {} : { place }),
          agenda,
          guests: guests.map(guest),
        });
        const again = readOrderWords(line.slice('开会 '.length), { ...context, minute: now });
        expect(again.time).toMatchObject({ ...when, doubts: [] });
        expect(again).toMatchObject({ type, title: type.name, agenda, organisation: 'A1', guests });
        expect(again.place ?? null).toBe(place);
      }),
    );
  });

  it('never fails but with a sentence for the person, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });

  it.each([
    ['too many items', Array.from({ length: 11 }, (_, index) => `事项${index}`).join('；'), '最多 10 项'],
    ['an item that is too long', '研'.repeat(51), '最多 50 个'],
  ])('with %s is refused', (_, agenda, why) => {
    expect(() => read(`下周三15:00 党员大会 308 ${agenda}`)).toThrow(why);
  });
});

describe('the agenda', () => {
  const type = (code: string) => {
    const found = types.find((one) => one.code === code);
    if (found === undefined) throw new Error(code);
    return found;
  };

  it('begins with the study item where the type asks it and nobody typed one', () => {
    expect(agendaFor(type('memberAssembly'), ['研究发展对象'])).toEqual([
      '第一议题：集中学习',
      '研究发展对象',
    ]);
    expect(agendaFor(type('memberAssembly'), ['学习讲话', '研究发展对象'])).toEqual([
      '学习讲话',
      '研究发展对象',
    ]);
    expect(agendaFor(type('partyLecture'), ['讲党章'])).toEqual(['讲党章']);
  });

  it('is the usual one of the type when none was typed', () => {
    expect(agendaFor(type('committeeMeeting'), [])).toEqual([
      '第一议题：集中学习',
      ...type('committeeMeeting').agenda,
    ]);
  });
});
