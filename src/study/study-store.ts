import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { redisScript } from '../redis/script.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import {
  readShortDay,
  readShortMoment,
  shortDay,
  shortDayLength,
  shortMoment,
  shortMomentLength,
} from '../time/short-moment.ts';

/*
 * Keys, per person and compact (short strings stay in Redis's dense encoding):
 *   study:<userid>             hash  item id → day on which it was sent; once done, the moment of that,
 *                                    behind the day when it was another one (short forms, see short-moment.ts)
 * Kept until the retention job clears them, or until the person asks with 删除我的可选数据.
 */
export interface StudyStore {
  /** The items a person has had, by id, in the order they were sent. */
  had(userid: string): Promise<ReadonlyMap<string, HadItem>>;
  /** The same for many people, in their order. */
  hadByEach(userids: readonly string[]): Promise<readonly ReadonlySet<string>[]>;
  noteSent(work: UnitOfWork, userid: string, itemId: string, on: LocalDate): void;
  noteDone(work: UnitOfWork, userid: string, itemId: string, sentOn: LocalDate, at: LocalMoment): void;
  /** How many items each of these people has finished since a day, in their order. */
  finishedSince(userids: readonly string[], since: LocalDate): Promise<readonly number[]>;
  /** Deletes what a person was sent before a day, done or not; such items may then be sent again. */
  forgetBefore(userid: string, day: LocalDate): Promise<void>;
  /** States that everything about a person's study is forgotten. */
  forget(work: UnitOfWork, userid: string): void;
}

export interface HadItem {
  readonly sentOn: LocalDate;
  readonly doneAt?: LocalMoment;
}

export function createStudyStore(redis: RedisClient, keys: Keys): StudyStore {
  const studyKey = (userid: string): string => keys('study', userid.toLowerCase());

  return {
    async had(userid) {
      const rows = Object.entries(await redis.hgetall(studyKey(userid)));
      return new Map(rows.flatMap(([id, text]) => entryOf(id, text)));
    },
    async hadByEach(userids) {
      const rows = await Promise.all(userids.map((userid) => redis.hkeys(studyKey(userid))));
      return rows.map((row) => new Set(row));
    },
    noteSent(work, userid, itemId, on) {
      work.write('HSET', studyKey(userid), itemId, shortDay(on));
    },
    noteDone(work, userid, itemId, sentOn, at) {
      const sent = sentOn === at.date ? '' : shortDay(sentOn);
      work.write('HSET', studyKey(userid), itemId, sent + shortMoment(at));
    },
    async finishedSince(userids, since) {
      const counts: number[] = [];
      const moment = shortMoment({ date: since, minute: 0 });
      for (let start = 0; start < userids.length; start += perRequest) {
        const some = userids.slice(start, start + perRequest).map(studyKey);
        counts.push(...((await countFinished(redis, some, [moment, shortMomentLength])) as number[]));
      }
      return counts;
    },
    async forgetBefore(userid, day) {
      const items = Object.entries(await redis.hgetall(studyKey(userid))).flatMap(([id, text]) =>
        entryOf(id, text),
      );
      const oldItems = items.flatMap(([id, { sentOn }]) => (sentOn < day ? [id] : []));
      if (oldItems.length > 0) await redis.hdel(studyKey(userid), ...oldItems);
    },
    forget(work, userid) {
      work.write('DEL', studyKey(userid));
    },
  };
}

/** Keeps Redis's other clients waiting for some 10 ms at most. */
const perRequest = 100;

/**
 * Counted where the entries are: for ten thousand people these are millions at the end of a year.
 *
 * KEYS   of each person
 * ARGV   1 a moment in its short form, which compares as text; 2 its length
 * answer for each person, how many items were done at that moment or later
 */
const countFinished = redisScript(`
local counts = {}
for place, key in ipairs(KEYS) do
  local count = 0
  for _, text in ipairs(redis.call('HVALS', key)) do
    if #text >= tonumber(ARGV[2]) and string.sub(text, -ARGV[2]) >= ARGV[1] then count = count + 1 end
  end
  counts[place] = count
end
return counts
`);

/** Damaged entries count as not there. */
function entryOf(id: string, text: string): readonly (readonly [string, HadItem])[] {
  const doneAt = readShortMoment(text.slice(-shortMomentLength));
  const sentOn = readShortDay(text.slice(0, shortDayLength));
  if (text.length === shortMomentLength && doneAt !== undefined)
    return [[id, { sentOn: doneAt.date, doneAt }]];
  if (sentOn === undefined) return [];
  return [[id, doneAt === undefined ? { sentOn } : { sentOn, doneAt }]];
}
