import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { loadLibrary } from '../../src/library/load-library.ts';
import { parseLocalDate, type LocalDate } from '../../src/time/local-date.ts';
import { timeWords } from '../../src/time/spoken-time.ts';
import type { SpokenMoment } from '../../src/time/spoken/doubt.ts';
import { readSpokenTime, type SpokenTime } from '../../src/time/spoken/read-spoken-time.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const corpusForm = z.array(z.object({ typed: z.string() }).catchall(z.record(z.string(), z.string())));
const corpus = corpusForm.parse(parse(await readFile('tests/rules/spoken-times.yaml', 'utf8')));
const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);

describe.each(corpus)('typed at $typed', ({ typed, ...sections }) => {
  const [day = '', time = ''] = typed.split(' ');
  const now = { today: dateOf(day), minute: minuteOf(time), calendar };

  describe.each(Object.entries(sections))('%s', (_, cases) => {
    it.each(Object.entries(cases))('%s: %s', (text, expected) => {
      const read = readSpokenTime(text, now);
      const words = resultWords(read, now.today);
      expect(expected.includes(' | ') ? `${words} | ${read.rest}` : words).toBe(expected);
    });
  });
});

describe('the corpus', () => {
  it('has at least 200 different phrasings', () => {
    const phrasings = corpus.flatMap(({ typed, ...sections }) =>
      Object.values(sections).flatMap((cases) => Object.keys(cases).map((text) => `${typed} ${text}`)),
    );
    expect(new Set(phrasings).size).toBeGreaterThanOrEqual(200);
  });
});

describe('whatever is typed', () => {
  const today = dateOf('2026-11-20');
  const parts =
    '下周三|明天|今|下午|3点|15:00|到|-|月底|11月|31号|2-4点|半|小时|后|就定|党员大会|308| |；|第|十|周|：|.|。|😀|\n';
  const words = fc.constantFrom(...parts.split('|'));
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 12 }).map((some) => some.join('')),
  );

  it('is read without an error, and a doubt always says what it is about', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 1439 }), (text, minute) => {
        const { doubts, choices, date } = readSpokenTime(text, { today, minute, calendar });
        expect(doubts.every(({ words: said }) => said !== '')).toBe(true);
        expect(choices.length).toBeLessThanOrEqual(4);
        if (doubts.length === 0 && date !== undefined) expect(choices).toEqual([]);
      }),
    );
  });

  it('is never taken for the past, and a choice that is tapped is not asked about again', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 1439 }), (text, minute) => {
        const read = readSpokenTime(text, { today, minute, calendar });
        const clear = read.doubts.length === 0 ? [read] : read.choices;
        for (const moment of clear) {
          if (moment.date === undefined || moment.minute === undefined) continue;
          expect(moment.date > today || (moment.date === today && moment.minute > minute)).toBe(true);
          const until = moment.until === undefined ? '' : `-${timeWords(moment.until).padStart(5, '0')}`;
          const line = `就定${moment.date} ${timeWords(moment.minute).padStart(5, '0')}${until}`;
          expect(readSpokenTime(line, { today, minute, calendar })).toMatchObject({
            doubts: [],
            ...onlyTime(moment),
          });
        }
      }),
    );
  });
});

function onlyTime({ date, minute, until }: Partial<SpokenMoment>): Partial<SpokenMoment> {
  return {
    ...(date === undefined ? {} : { date }),
    ...(minute === undefined ? {} : { minute }),
    ...(until === undefined ? {} : { until }),
  };
}

function resultWords({ date, minute, until, doubts, choices }: SpokenTime, today: LocalDate): string {
  if (doubts.length > 0) {
    const kinds = doubts.map(({ kind }) => kind).join(' ');
    return `? ${kinds}: ${choices.map((choice) => shortWords(choice, today)).join(', ')}`;
  }
  return date === undefined || minute === undefined ? 'none' : `${date} ${rangeWords(minute, until)}`;
}

/** Choices of the same year are written without it. */
function shortWords({ date, minute, until }: SpokenMoment, today: LocalDate): string {
  const day = date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date;
  return `${day} ${rangeWords(minute, until)}`;
}

function rangeWords(minute: number, until: number | undefined): string {
  return timeWords(minute) + (until === undefined ? '' : `-${timeWords(until)}`);
}

function dateOf(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

function minuteOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}
