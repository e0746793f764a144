import { createHmac } from 'node:crypto';

/**
 * The code that is said aloud in the room. It follows from a secret of the meeting and the minute, so
 * that it is stored nowhere, is the same on every replica, and nobody who was not told it can work it out.
 */
export interface SpokenCode {
  /** Four digits. The first is no 0, so that a code typed as a number is still the code. */
  readonly code: string;
  /** For how many seconds it is the current one: 1 to 60. */
  readonly secondsLeft: number;
}

/** The code of the minute that holds this instant. */
export function codeAt(secret: string, at: number): SpokenCode {
  const left = Math.ceil((minute - (at % minute)) / 1000);
  return { code: codeOf(secret, minuteNumber(at)), secondsLeft: left };
}

/**
 * Whether a code is that of this minute, or of the one before: who hears it at the last second still has
 * a minute to type it (contract §4; issue 4: "a grace of one minute").
 */
export function isCodeOf(secret: string, code: string, at: number): boolean {
  const now = minuteNumber(at);
  return code === codeOf(secret, now) || code === codeOf(secret, now - 1);
}

/**
 * Whether a code that may be typed now by the one secret may be typed by the other as well: by chance that
 * is so for one secret in some thousands.
 */
export function haveCodeInCommon(one: string, other: string, at: number): boolean {
  return [at, at - minute].some((instant) => isCodeOf(one, codeAt(other, instant).code, at));
}

const minute = 60_000;

function minuteNumber(at: number): number {
  return Math.floor(at / minute);
}

function codeOf(secret: string, number: number): string {
  const digest = createHmac('sha256', secret).update(String(number)).digest();
  return String(smallest + (digest.readUInt32BE() % codes));
}

const smallest = 1000;
const codes = 9000;
