import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { redisScript } from '../redis/script.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { epochDayOf, type LocalDate } from '../time/local-date.ts';
import { answeredText, dueOf, readAnswered, type Answered } from './answered.ts';

/*
 * Keys:
 *   quiz:<userid>         hash  question → what is kept of the answer, see answered.ts; a question `q123` is
 *                               kept as `123`, which takes half the room, and one named `123` as `=123`
 *   quiz-figures:<id>     hash  `tried`, `right`, and `wrong:<answer>` for each wrong choice; of everybody
 *                               together, so that the editor sees which questions are bad
 *   quiz-reports          hash  question id → how many said 报错, or forgot it too often
 *   quiz-remarks:<id>     list  what people said is wrong with it, without names, the newest last; until the
 *                               editor has dealt with it
 *   review-times          hash  userid → minute of the day at which reviews may come by themselves
 */
export interface QuizStore {
  /** Everything a person has answered, by question id. */
  answered(userid: string): Promise<ReadonlyMap<string, Answered>>;
  /** The same for some people, in their order. */
  answeredByEach(userids: readonly string[]): Promise<readonly ReadonlyMap<string, Answered>[]>;
  /** The questions each of these people has answered, by id, in their order. */
  questionsOfEach(userids: readonly string[]): Promise<readonly ReadonlySet<string>[]>;
  /** How many questions each of these people last answered on this day or later, in their order. */
  answeredSince(userids: readonly string[], day: LocalDate): Promise<readonly number[]>;
  note(work: UnitOfWork, userid: string, questionId: string, answered: Answered): void;
  /** Counts one answer of somebody; a wrong choice with its letters. */
  count(work: UnitOfWork, questionId: string, right: boolean, wrongChoice: string | undefined): void;
  report(work: UnitOfWork, questionId: string, remark: string | undefined): void;
  /** The newest remarks on a question, the newest last. */
  remarks(questionId: string): Promise<readonly string[]>;
  figures(questionId: string): Promise<QuestionFigures>;
  /** Question id → how often it was reported. */
  reports(): Promise<ReadonlyMap<string, number>>;
  /** States that the editor has dealt with a question. */
  settleReport(work: UnitOfWork, questionId: string): void;
  setReviewTime(work: UnitOfWork, userid: string, minute: number | undefined): void;
  /** Userid in lower case → minute of the day. */
  reviewTimes(): Promise<ReadonlyMap<string, number>>;
  forget(work: UnitOfWork, userid: string): void;
  /** Deletes answers to questions that were not asked again since before a day, or will not be any more. */
  forgetBefore(userid: string, day: LocalDate): Promise<void>;
}

export interface QuestionFigures {
  readonly tried: number;
  readonly right: number;
  /** Wrong answer → how often. */
  readonly wrong: ReadonlyMap<string, number>;
}

export function createQuizStore(redis: RedisClient, keys: Keys): QuizStore {
  const answersKey = (userid: string): string => keys('quiz', userid.toLowerCase());
  const figuresKey = (questionId: string): string => keys('quiz-figures', questionId);
  const remarksKey = (questionId: string): string => keys('quiz-remarks', questionId);
  const reportsKey = keys('quiz-reports');
  const timesKey = keys('review-times');

  return {
    answered: async (userid) => answersOf(await redis.hgetall(answersKey(userid))),
    async answeredByEach(userids) {
      const rows = await Promise.all(userids.map((userid) => redis.hgetall(answersKey(userid))));
      return rows.map(answersOf);
    },
    async questionsOfEach(userids) {
      const rows = await Promise.all(userids.map((userid) => redis.hkeys(answersKey(userid))));
      return rows.map((fields) => new Set(fields.map(idOf)));
    },
    async answeredSince(userids, day) {
      const counts: number[] = [];
      for (let start = 0; start < userids.length; start += perRequest) {
        const some = userids.slice(start, start + perRequest).map(answersKey);
        counts.push(...((await countAnswered(redis, some, [epochDayOf(day)])) as number[]));
      }
      return counts;
    },
    note(work, userid, questionId, answered) {
      work.write('HSET', answersKey(userid), fieldOf(questionId), answeredText(answered));
    },
    count(work, questionId, right, wrongChoice) {
      work.write('HINCRBY', figuresKey(questionId), 'tried', 1);
      if (right) work.write('HINCRBY', figuresKey(questionId), 'right', 1);
      if (wrongChoice !== undefined) work.write('HINCRBY', figuresKey(questionId), `wrong:${wrongChoice}`, 1);
    },
    report(work, questionId, remark) {
      work.write('HINCRBY', reportsKey, questionId, 1);
      if (remark === undefined) return;
      work.write('RPUSH', remarksKey(questionId), remark);
      work.write('LTRIM', remarksKey(questionId), -mostRemarks, -1);
    },
    remarks: (questionId) => redis.lrange(remarksKey(questionId), 0, -1),
    async figures(questionId) {
      const stored = await redis.hgetall(figuresKey(questionId));
      const wrong = Object.entries(stored).flatMap(([field, count]) =>
        field.startsWith('wrong:') ? [[field.slice('wrong:'.length), Number(count)] as const] : [],
      );
      return {
        tried: Number(stored['tried'] ?? 0),
        right: Number(stored['right'] ?? 0),
        wrong: new Map(wrong),
      };
    },
    async reports() {
      return new Map(
        Object.entries(await redis.hgetall(reportsKey)).map(([id, count]) => [id, Number(count)]),
      );
    },
    settleReport(work, questionId) {
      work.write('HDEL', reportsKey, questionId);
      work.write('DEL', remarksKey(questionId));
    },
    async forgetBefore(userid, day) {
      const old = [...answersOf(await redis.hgetall(answersKey(userid)))].filter(
        ([, one]) => one.first < day && (dueOf(one) === undefined || (one.review?.last ?? one.first) < day),
      );
      if (old.length > 0) await redis.hdel(answersKey(userid), ...old.map(([id]) => fieldOf(id)));
    },
    setReviewTime(work, userid, minute) {
      if (minute === undefined) work.write('HDEL', timesKey, userid.toLowerCase());
      else work.write('HSET', timesKey, userid.toLowerCase(), minute);
    },
    async reviewTimes() {
      const stored = Object.entries(await redis.hgetall(timesKey));
      return new Map(stored.map(([userid, minute]) => [userid, Number(minute)]));
    },
    forget(work, userid) {
      work.write('DEL', answersKey(userid));
      work.write('HDEL', timesKey, userid.toLowerCase());
    },
  };
}

/** Keeps Redis's other clients waiting for some 10 ms at most. */
const perRequest = 100;

/**
 * Counted where the answers are: for ten thousand people these are millions at the end of a year.
 *
 * KEYS   of each person
 * ARGV   1 a day since 1970
 * answer for each person, how many questions were last answered on that day or later, see answered.ts
 */
const countAnswered = redisScript(`
local counts = {}
for place, key in ipairs(KEYS) do
  local count = 0
  for _, text in ipairs(redis.call('HVALS', key)) do
    local first, last = tonumber(string.sub(text, 1, 5)), tonumber(string.sub(text, 6, 9))
    if first and first + (last or 0) >= tonumber(ARGV[1]) then count = count + 1 end
  end
  counts[place] = count
end
return counts
`);

/** An editor needs a few examples, not all of them. */
const mostRemarks = 3;

function answersOf(stored: Readonly<Record<string, string>>): ReadonlyMap<string, Answered> {
  return new Map(
    Object.entries(stored).flatMap(([field, text]) => {
      const answered = readAnswered(text);
      return answered === undefined ? [] : [[idOf(field), answered] as const];
    }),
  );
}

function fieldOf(questionId: string): string {
  const number = /^q(\d+)$/u.exec(questionId)?.[1];
  return number ?? (isNumber(questionId) ? `=${questionId}` : questionId);
}

function idOf(field: string): string {
  if (isNumber(field)) return `q${field}`;
  return field.startsWith('=') ? field.slice(1) : field;
}

function isNumber(text: string): boolean {
  return /^\d+$/u.test(text);
}
