import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';

/*
 * Keys, each a hash over all organisations:
 *   duties-known     organisation → the day on which the service first saw it
 *   duties-vacant    organisation → the day on which it was first seen without 书记; while it has none
 *   duties-notice    `<code> <anchor> <organisation>` → the last day that the notice of the year gives
 */
export interface DutyDaysStore {
  /** By organisation. */
  known(): Promise<DayByName>;
  vacant(): Promise<DayByName>;
  /** States what is different since the last look. A day that is noted already stays. */
  note(work: UnitOfWork, seen: SeenOrganisations): void;
  noticeDays(): Promise<readonly NoticeDay[]>;
  /** States a day in the place of `before`; fails at the commit when that was changed meanwhile. No day: none. */
  setNoticeDay(work: UnitOfWork, notice: NoticeTerm, before: LocalDate | undefined, day?: LocalDate): void;
}

export type DayByName = ReadonlyMap<string, LocalDate>;

export interface SeenOrganisations {
  readonly on: LocalDate;
  readonly appeared: readonly string[];
  readonly becameVacant: readonly string[];
  readonly filled: readonly string[];
}

/** A term of a duty for which the yearly notice decides, for an organisation and all below it. */
export interface NoticeTerm {
  readonly organisation: string;
  readonly duty: string;
  readonly anchor: LocalDate;
}

export interface NoticeDay extends NoticeTerm {
  readonly day: LocalDate;
}

export function createDutyDaysStore(redis: RedisClient, keys: Keys): DutyDaysStore {
  const knownKey = keys('duties-known');
  const vacantKey = keys('duties-vacant');
  const noticeKey = keys('duties-notice');

  return {
    known: () => daysAt(knownKey),
    vacant: () => daysAt(vacantKey),
    note(work, { on, appeared, becameVacant, filled }) {
      for (const organisation of appeared) work.write('HSETNX', knownKey, organisation, on);
      for (const organisation of becameVacant) work.write('HSETNX', vacantKey, organisation, on);
      for (const organisation of filled) work.write('HDEL', vacantKey, organisation);
    },
    async noticeDays() {
      return [...(await daysAt(noticeKey))].flatMap(([name, day]) => {
        const [, duty, anchor, organisation] = /^(\w+) (\S+) (.+)$/su.exec(name) ?? [];
        const first = parseLocalDate(anchor ?? '');
        if (duty === undefined || organisation === undefined || first === undefined) return [];
        return [{ organisation, duty, anchor: first, day }];
      });
    },
    setNoticeDay(work, { organisation, duty, anchor }, before, day) {
      const field = `${duty} ${anchor} ${organisation}`;
      work.expectField(noticeKey, field, before);
      if (day === undefined) work.write('HDEL', noticeKey, field);
      else work.write('HSET', noticeKey, field, day);
    },
  };

  async function daysAt(key: string): Promise<DayByName> {
    const stored = Object.entries(await redis.hgetall(key));
    return new Map(
      stored.flatMap(([name, text]) => {
        const day = parseLocalDate(text);
        return day === undefined ? [] : [[name, day] as const];
      }),
    );
  }
}
