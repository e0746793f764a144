import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { CardButton } from './card.ts';
import type { Turn } from './turn.ts';

/*
 * Keys:
 *   shown:<userid>   string  `until`, then label and line of each button of the card that was last given as an
 *                            answer, a line each; apart from the desk, whose short facts stay dense. Gone when
 *                            their time is over
 */

/** What is written on the buttons last seen may be typed as well (dialogues, rule 5). */
export interface ShownButtons {
  /** States that these are what the member sees now; nothing confidential may be among them. */
  note(turn: Turn, buttons: readonly CardButton[]): void;
  /** What the member saw last; nothing when that was long ago. */
  of(turn: Turn): Promise<readonly CardButton[]>;
}

export function createShownButtons(redis: RedisClient, keys: Keys): ShownButtons {
  const keyOf = (turn: Turn): string => keys('shown', turn.member.person.userid.toLowerCase());

  return {
    note(turn, buttons) {
      if (buttons.length === 0) return;
      const lines = buttons.flatMap(({ label, line }) => [label, line]);
      turn.work.write('SET', keyOf(turn), [turn.at + lifetime, ...lines].join('\n'));
      turn.work.write('EXPIRE', keyOf(turn), lifetime / 1000);
    },
    async of(turn) {
      const [until, ...lines] = ((await redis.get(keyOf(turn))) ?? '').split('\n');
      if (turn.at >= Number(until)) return [];
      return lines.flatMap((label, place) =>
        place % 2 === 0 ? [{ label, line: lines[place + 1] ?? label }] : [],
      );
    },
  };
}

/** In milliseconds. Longer ago, a word is meant as it is. */
const lifetime = 10 * 60_000;
