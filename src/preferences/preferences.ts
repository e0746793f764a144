import type { Desk } from '../chat/desk.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { addDays, parseLocalDate, type LocalDate } from '../time/local-date.ts';
import { formatQuietHours, parseQuietHours, type QuietHours } from '../time/quiet-hours.ts';

/** How a member wants to be reached. */
export interface Preferences {
  /** Daily hours without unasked messages. */
  readonly quiet?: QuietHours;
  /** The first day on which the member wants unasked messages again. */
  readonly pausedUntil?: LocalDate;
  /** Texts instead of cards, for people who read in the WeChat plugin. */
  readonly textOnly: boolean;
  /** A greeting on the anniversary of joining; only whoever asked for it gets one. */
  readonly greeting: boolean;
}

/** The desk's fields, all absent until the member chooses something. */
export const preferenceFields = ['quiet', 'paused', 'textonly', 'greeting'] as const;

export function preferencesOn(desk: Desk): Preferences {
  const pausedUntil = parseLocalDate(desk['paused'] ?? '');
  return {
    ...(desk['quiet'] === undefined ? {} : { quiet: parseQuietHours(desk['quiet']) }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    textOnly: desk['textonly'] === '1',
    greeting: desk['greeting'] === '1',
  };
}

/** The verbs behind 免打扰, 今天不便, 恢复, 文字版, 卡片版 and 政治生日. */
export interface PreferenceChanges {
  setQuiet(turn: Turn, quiet: QuietHours): void;
  /** Nothing unasked until tomorrow. Returns that day. */
  pause(turn: Turn): LocalDate;
  /** Unasked messages again, at any time of the sending window. */
  resume(turn: Turn): void;
  /** Texts or cards from now on. */
  setForm(turn: Turn, form: 'text' | 'cards'): void;
  /** Whether the member is greeted on the anniversary of joining. */
  setGreeting(turn: Turn, wish: 'on' | 'off'): void;
}

export function createPreferenceChanges(desks: Desks): PreferenceChanges {
  return {
    setQuiet(turn, quiet) {
      turn.work.write('HSET', desks.key(turn.member.person.userid), 'quiet', formatQuietHours(quiet));
    },
    pause(turn) {
      const until = addDays(turn.today, 1);
      turn.work.write('HSET', desks.key(turn.member.person.userid), 'paused', until);
      return until;
    },
    resume(turn) {
      turn.work.write('HDEL', desks.key(turn.member.person.userid), 'paused', 'quiet');
    },
    setGreeting(turn, wish) {
      const key = desks.key(turn.member.person.userid);
      if (wish === 'on') turn.work.write('HSET', key, 'greeting', '1');
      else turn.work.write('HDEL', key, 'greeting');
    },
    setForm(turn, form) {
      const key = desks.key(turn.member.person.userid);
      if (form === 'text') turn.work.write('HSET', key, 'textonly', '1');
      else turn.work.write('HDEL', key, 'textonly');
    },
  };
}
