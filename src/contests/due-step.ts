import type { Zone } from '../time/zone.ts';
import { windowOf, type Challenge, type Contest, type Room } from './contest.ts';
import type { Phase } from './phase.ts';

/** What a contest does by itself next. */
export type Step =
  | { readonly kind: 'invite' }
  | { readonly kind: 'ask'; readonly place: number }
  | { readonly kind: 'explain'; readonly place: number }
  /** `present`: the people are at their phones, waiting for the result; `gone`: they went on to other things. */
  | { readonly kind: 'finish'; readonly people: 'present' | 'gone' };

/** The step that is due by this instant, if one is; after it, another one may be. */
export function dueStep(contest: Contest, phase: Phase, at: number, zone: Zone): Step | undefined {
  return contest.form === 'room' ? roomStep(contest, phase, at) : challengeStep(contest, phase, at, zone);
}

/** Milliseconds that an explanation can be read before the next question comes by itself. */
export const readingTime = 20_000;

/** The instant until which a question asked now can be answered. */
export function deadlineOf({ seconds }: Pick<Room, 'seconds'>, at: number): number {
  return at + seconds * 1000 + onTheWay;
}

/** What a message needs to reach a phone, so that its reader has all of the time it promises. In milliseconds. */
const onTheWay = 3000;

/** Nobody starts a room any more that has waited so long. In milliseconds. */
const longestWait = 2 * 3600_000;

/**
 * After the service was away for so long, nobody sits there waiting for the next question, and it may be
 * night. In milliseconds.
 */
const longestAbsence = 10 * 60_000;

function roomStep({ openedAt, questions }: Room, phase: Phase, at: number): Step | undefined {
  switch (phase.kind) {
    case 'waiting':
      return at < openedAt + longestWait ? undefined : { kind: 'finish', people: 'gone' };
    case 'asking':
      if (at < phase.deadline) return undefined;
      return at < phase.deadline + longestAbsence
        ? { kind: 'explain', place: phase.place }
        : { kind: 'finish', people: 'gone' };
    case 'explained':
      if (at < phase.nextAt) return undefined;
      if (at >= phase.nextAt + longestAbsence) return { kind: 'finish', people: 'gone' };
      return phase.place < questions.length
        ? { kind: 'ask', place: phase.place + 1 }
        : { kind: 'finish', people: 'present' };
    case 'ending':
      return { kind: 'finish', people: 'present' };
    case 'running':
    case 'ended':
      return undefined;
  }
}

function challengeStep(challenge: Challenge, { kind }: Phase, at: number, zone: Zone): Step | undefined {
  if (kind === 'ended') return undefined;
  const { from, until } = windowOf(challenge, zone);
  if (kind === 'ending' || at >= until) return { kind: 'finish', people: 'gone' };
  return kind === 'waiting' && at >= from ? { kind: 'invite' } : undefined;
}
