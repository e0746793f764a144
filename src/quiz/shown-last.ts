import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { askedOn, quizDayOn } from './open-question.ts';

/**
 * The question of a test or a challenge that a member was shown last, on a field of the desk:
 * `<what names it> <what waited of the daily questions then>`. A bare `B` answers what was shown last, so
 * it has to be known when a daily question came in between.
 */
export interface ShownLast {
  on(turn: Pick<Turn, 'desk' | 'today'>): ShownQuestion | undefined;
  /** States that the member sees this last. */
  put(turn: Turn, desks: Desks, what: string): void;
  /** States that something else is shown now: a daily question until it is answered, or for good. */
  putAside(turn: Turn, desks: Desks, until: 'answered' | 'shownAgain'): void;
  /** States that nothing of this kind is shown any more. */
  takeOff(turn: Turn, desks: Desks): void;
}

export interface ShownQuestion {
  readonly what: string;
  /** Something else was shown since; bare words are meant for that first. */
  readonly isAside: boolean;
  /** No daily question was asked or answered since. */
  readonly isLatest: boolean;
}

export function shownLastIn(field: string): ShownLast {
  const valueOf = (what: string, waited: string): string => `${what} ${waited}`;

  function on({ desk, today }: Pick<Turn, 'desk' | 'today'>): ShownQuestion | undefined {
    const [, what, waitedThen] = /^(.+) (\S+)$/u.exec(desk[field] ?? '') ?? [];
    if (what === undefined) return undefined;
    const waits = waitingQuestion({ desk, today });
    const isLatest = waits === waitedThen;
    return { what, isLatest, isAside: waitedThen === forGood || (waits !== nothing && !isLatest) };
  }

  function write(turn: Turn, desks: Desks, value: string): void {
    if (turn.desk[field] === value) return;
    turn.work.write('HSET', desks.key(turn.member.person.userid), field, value);
  }

  return {
    on,
    put: (turn, desks, what) => write(turn, desks, valueOf(what, waitingQuestion(turn))),
    putAside(turn, desks, until) {
      const shown = on(turn);
      if (shown === undefined || shown.isAside) return;
      write(turn, desks, valueOf(shown.what, until === 'answered' ? nothing : forGood));
    },
    takeOff(turn, desks) {
      turn.work.write('HDEL', desks.key(turn.member.person.userid), field);
    },
  };
}

const nothing = '-';
const forGood = '!';

/** With the day on which it was asked: what is asked again in the morning is shown anew. */
function waitingQuestion({ desk, today }: Pick<Turn, 'desk' | 'today'>): string {
  const { open } = quizDayOn(desk, today);
  return open === undefined ? nothing : `${open}@${askedOn(desk)}`;
}
