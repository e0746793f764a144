import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Challenge, Room } from '../../src/contests/contest.ts';
import { deadlineOf, dueStep, readingTime } from '../../src/contests/due-step.ts';
import { entryText, readEntry, type Entry, type Mark } from '../../src/contests/entry.ts';
import { phaseText, readPhase, type Phase } from '../../src/contests/phase.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createZone } from '../../src/time/zone.ts';

const zone = createZone('Asia/Shanghai');
const second = 1000;
const minute = 60 * second;
const nine = Date.parse('2026-11-20T09:00:00+08:00');

const base = { number: 3, name: '换届知识', scope: 'A1', scopeName: '机关一支部', author: 'chen', seed: 's' };
const room: Room = { ...base, form: 'room', questions: ['q1', 'q2'], openedAt: nine, seconds: 30 };
const challenge: Challenge = {
  ...base,
  form: 'challenge',
  questions: ['q1', 'q2'],
  from: localDate(2026, 11, 23),
  until: localDate(2026, 11, 27),
};

function stepAt(phase: Phase, at: number) {
  return dueStep(room, phase, at, zone);
}

describe('a live room', () => {
  it('waits for its host, and closes when nobody begins within two hours', () => {
    expect(stepAt({ kind: 'waiting' }, nine + 119 * minute)).toBeUndefined();
    expect(stepAt({ kind: 'waiting' }, nine + 120 * minute)).toEqual({ kind: 'finish', people: 'gone' });
  });

  it('explains when the time is over, to the millisecond', () => {
    const asking: Phase = { kind: 'asking', place: 1, deadline: nine };
    expect(stepAt(asking, nine - 1)).toBeUndefined();
    expect(stepAt(asking, nine)).toEqual({ kind: 'explain', place: 1 });
  });

  it('asks the next question after a pause, and ends after the last', () => {
    expect(stepAt({ kind: 'explained', place: 0, nextAt: nine }, nine)).toEqual({ kind: 'ask', place: 1 });
    expect(stepAt({ kind: 'explained', place: 1, nextAt: nine }, nine - 1)).toBeUndefined();
    expect(stepAt({ kind: 'explained', place: 1, nextAt: nine }, nine)).toEqual({ kind: 'ask', place: 2 });
    expect(stepAt({ kind: 'explained', place: 2, nextAt: nine }, nine)).toEqual({
      kind: 'finish',
      people: 'present',
    });
  });

  it('gives the readers all of the time it promises, and what the message needs besides', () => {
    expect(deadlineOf(room, nine)).toBe(nine + 33 * second);
  });

  it.each<Phase>([
    { kind: 'asking', place: 1, deadline: nine },
    { kind: 'explained', place: 1, nextAt: nine },
  ])('does not go on at night after the service was away for long ($kind)', (phase) => {
    expect(stepAt(phase, nine + 9 * minute)).not.toMatchObject({ kind: 'finish' });
    expect(stepAt(phase, nine + 12 * 60 * minute)).toEqual({ kind: 'finish', people: 'gone' });
  });

  it('does nothing more when it is over', () => {
    expect(stepAt({ kind: 'ending' }, nine)).toEqual({ kind: 'finish', people: 'present' });
    expect(stepAt({ kind: 'ended' }, nine + 9e9)).toBeUndefined();
  });

  it('never sends more than 30 messages a minute, however the host hurries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 60 }), fc.array(fc.nat(25_000)), (seconds, pauses) => {
        const hurried: Room = { ...room, seconds, questions: Array.from({ length: 30 }, (_, i) => `q${i}`) };
        const sent: number[] = [];
        let phase: Phase = { kind: 'explained', place: 0, nextAt: nine };
        for (let at = nine; sent.length < 60;) {
          const step = dueStep(hurried, phase, at, zone);
          if (step?.kind === 'finish') break;
          if (step !== undefined) sent.push(at);
          if (step?.kind === 'ask')
            phase = { kind: 'asking', place: step.place, deadline: deadlineOf(hurried, at) };
          if (step?.kind === 'explain') {
            const pause = Math.min(readingTime, pauses[step.place] ?? 0);
            phase = { kind: 'explained', place: step.place, nextAt: at + pause };
          }
          at = phase.kind === 'asking' ? phase.deadline : phase.nextAt;
        }
        for (const at of sent) {
          expect(sent.filter((other) => other >= at && other < at + minute).length).toBeLessThanOrEqual(30);
        }
      }),
    );
  });
});

describe('a challenge', () => {
  const at = (day: number, hour = 0) => zone.instantOf(localDate(2026, 11, day), hour * 60);
  const step = (phase: Phase, instant: number) => dueStep(challenge, phase, instant, zone);

  it('invites when its first day begins, however late that is noticed', () => {
    expect(step({ kind: 'waiting' }, at(23) - 1)).toBeUndefined();
    expect(step({ kind: 'waiting' }, at(23))).toEqual({ kind: 'invite' });
    expect(step({ kind: 'waiting' }, at(25))).toEqual({ kind: 'invite' });
  });

  it('ends with its last day, also when nobody was there to invite', () => {
    expect(step({ kind: 'running' }, at(28) - 1)).toBeUndefined();
    expect(step({ kind: 'running' }, at(28))).toEqual({ kind: 'finish', people: 'gone' });
    expect(step({ kind: 'waiting' }, at(30))).toEqual({ kind: 'finish', people: 'gone' });
  });

  it('ends at once when somebody ends it, before its time too', () => {
    expect(step({ kind: 'ending' }, at(20))).toEqual({ kind: 'finish', people: 'gone' });
    expect(step({ kind: 'ended' }, at(30))).toBeUndefined();
  });
});

describe('what is kept of a contest', () => {
  const instants = fc.integer({ min: 0, max: 4e12 });
  const phases = fc.oneof(
    fc.constantFrom<Phase>({ kind: 'waiting' }, { kind: 'running' }, { kind: 'ending' }, { kind: 'ended' }),
    fc.record({ kind: fc.constant('asking' as const), place: fc.nat(50), deadline: instants }),
    fc.record({ kind: fc.constant('explained' as const), place: fc.nat(50), nextAt: instants }),
  );
  const entries: fc.Arbitrary<Entry> = fc.record({
    marks: fc.array(fc.constantFrom<Mark>('right', 'wrong', 'none'), { minLength: 1, maxLength: 50 }),
    isAway: fc.boolean(),
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(phases, (phase) => {
        expect(readPhase(phaseText(phase))).toEqual(phase);
      }),
    );
    fc.assert(
      fc.property(entries, (entry) => {
        expect(readEntry(entryText(entry))).toEqual(entry);
      }),
    );
  });

  it('is one character a question for each person', () => {
    expect(entryText({ marks: ['right', 'wrong', 'none'], isAway: false })).toBe('+-.');
  });

  it.each(['', 'asking', 'asking x y', 'later 3'])('is not guessed at when it is damaged: %j', (text) => {
    expect(readPhase(text)).toBeUndefined();
  });

  it('takes no damaged entry for answers', () => {
    expect(readEntry('+?-')).toBeUndefined();
  });
});
