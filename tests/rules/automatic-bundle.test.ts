import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AutomaticPart } from '../../src/automatic/automatic-part.ts';
import { bundlesDue, fitsOneCard, mergedCard } from '../../src/automatic/bundle.ts';

const minute = 60_000;
const part = (subject: string, due: number, userid = 'lin.xiaotang'): AutomaticPart => ({
  userid,
  subject,
  due,
  card: subject,
});
const subjects = (...args: Parameters<typeof bundlesDue>): string[][] =>
  bundlesDue(...args).map(({ parts }) => parts.map(({ subject }) => subject));

describe('what goes out by itself', () => {
  it('is one message when several things fall due within the same hour', () => {
    const waiting = [part('duty', 45 * minute), part('study', 30 * minute), part('later', 95 * minute)];
    expect(subjects(waiting, new Map(), 30 * minute)).toEqual([['study', 'duty']]);
  });

  it('waits until its time', () => {
    expect(subjects([part('study', 30 * minute)], new Map(), 29 * minute)).toEqual([]);
  });

  it('does not follow another message within the hour', () => {
    const sent = new Map([['lin.xiaotang', { count: 1, lastAt: 30 * minute }]]);
    expect(subjects([part('duty', 45 * minute)], sent, 89 * minute)).toEqual([]);
    expect(subjects([part('duty', 45 * minute)], sent, 90 * minute)).toEqual([['duty']]);
  });

  it('is at most three messages a day', () => {
    const sent = new Map([['lin.xiaotang', { count: 3, lastAt: 0 }]]);
    expect(subjects([part('duty', 0)], sent, 600 * minute)).toEqual([]);
  });

  it('never splits, loses or invents parts of a person', () => {
    const parts = fc.array(
      fc.record({
        userid: fc.constantFrom('a', 'b', 'c'),
        subject: fc.uuid(),
        due: fc.nat(200 * minute),
        card: fc.constant('x'),
      }),
    );
    fc.assert(
      fc.property(parts, fc.nat(200 * minute), (waiting, now) => {
        const bundles = bundlesDue(waiting, new Map(), now);
        const people = bundles.map(({ userid }) => userid);
        expect(new Set(people).size).toBe(people.length);
        const sent = bundles.flatMap((bundle) => bundle.parts);
        expect(new Set(sent).size).toBe(sent.length);
        for (const one of waiting) if (one.due <= now) expect(sent).toContain(one);
      }),
    );
  });
});

describe('several cards in one', () => {
  it('keeps the first title, names the others, and has all buttons', () => {
    const card = (title: string) => ({
      title,
      body: `${title}的内容`,
      buttons: [1, 2, 3].map((number) => ({ label: `${title}${number}`, line: `${title}${number}` })),
    });
    const merged = mergedCard([card('学习'), card('任务'), card('会议')]);
    expect(merged.title).toBe('学习');
    expect(merged.body).toBe('学习的内容\n【任务】\n任务的内容\n【会议】\n会议的内容');
    expect(merged.buttons).toHaveLength(9);
  });

  it('goes as a text when something of it would be cut off', () => {
    const buttons = [1, 2, 3].map((number) => ({ label: `看${number}`, line: `事项 ${number}` }));
    expect(fitsOneCard({ title: '任务', body: '字'.repeat(160), buttons: [...buttons, ...buttons] })).toBe(
      true,
    );
    expect(fitsOneCard({ title: '任务', body: '字'.repeat(161), buttons })).toBe(false);
    expect(fitsOneCard({ title: '任务', body: '', buttons: [...buttons, ...buttons, ...buttons] })).toBe(
      false,
    );
  });
});
