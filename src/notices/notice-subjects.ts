import type { Notice } from './notice.ts';

/**
 * What can be taken back together: a notice; each of its nudges, so that one of them can be undone; and
 * what secretaries remind of it.
 */
export function noticeSubject(number: number): string {
  return `notice-${number}`;
}

/** By the instant of the nudge: one that was undone is never used again. */
export function nudgeSubject(number: number, at: number): string {
  return `notice-${number}-nudge-${at.toString(36)}`;
}

export function reminderSubject(number: number): string {
  return `notice-${number}-remind`;
}

/** Everything that was sent about a notice that went out. */
export function subjectsOf({ number, life }: Notice): readonly string[] {
  const nudges = life.state === 'sent' || life.state === 'recalled' ? life.nudges : [];
  return [noticeSubject(number), reminderSubject(number), ...nudges.map((at) => nudgeSubject(number, at))];
}
