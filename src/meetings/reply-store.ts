import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { Approval, LeaveReason, Reply } from './reply.ts';

/*
 * Keys, for a year:
 *   meeting:<number>:replies  hash  account → `y <round> 2026-11-20 541`, or for leave
 *                                   `l <round> 2026-11-20 541 <reason> <approval>`, see the letters below
 */
export interface ReplyStore {
  of(userid: string, numbers: readonly number[]): Promise<readonly (Reply | undefined)[]>;
  /** Everybody's, by account in lower case. */
  all(number: number): Promise<ReadonlyMap<string, Reply>>;
  /** States a reply in the place of what was there; fails at the commit when another came in between. */
  set(work: UnitOfWork, number: number, userid: string, before: Reply | undefined, after: Reply): void;
  /** States that nothing is kept of what somebody said. */
  forgetPerson(work: UnitOfWork, number: number, userid: string): void;
  /** States that nothing is kept of what anybody said. */
  forget(work: UnitOfWork, number: number): void;
}

export function createReplyStore(redis: RedisClient, keys: Keys): ReplyStore {
  const repliesKey = (number: number): string => keys('meeting', number, 'replies');

  return {
    async of(userid, numbers) {
      const textOf = (number: number): Promise<string | null> =>
        redis.hget(repliesKey(number), userid.toLowerCase());
      return (await Promise.all(numbers.map(textOf))).map((text) => readReply(text ?? ''));
    },
    async all(number) {
      const stored = Object.entries(await redis.hgetall(repliesKey(number)));
      return new Map(
        stored.flatMap(([userid, text]) => {
          const reply = readReply(text);
          return reply === undefined ? [] : [[userid, reply] as const];
        }),
      );
    },
    set(work, number, userid, before, after) {
      const key = repliesKey(number);
      work.expectField(key, userid.toLowerCase(), before && replyText(before));
      work.write('HSET', key, userid.toLowerCase(), replyText(after));
    },
    forgetPerson(work, number, userid) {
      work.write('HDEL', repliesKey(number), userid.toLowerCase());
    },
    forget(work, number) {
      work.write('DEL', repliesKey(number));
    },
  };
}

const reasonLetters: Readonly<Record<LeaveReason, string>> = { 公差: 'd', 请假: 'p', 其他: 'o' };
const approvalLetters: Readonly<Record<Approval, string>> = { asked: 'a', agreed: 'y', declined: 'n' };

function replyText(reply: Reply): string {
  const { round, at } = reply;
  const when = `${round} ${at.date} ${at.minute}`;
  if (reply.kind === 'coming') return `y ${when}`;
  return `l ${when} ${reasonLetters[reply.reason]} ${approvalLetters[reply.approval]}`;
}

/** Damaged texts count as no reply. */
function readReply(text: string): Reply | undefined {
  const [kind, round = '', day = '', minute = '', reasonLetter, approvalLetter] = text.split(' ');
  const date = parseLocalDate(day);
  if (date === undefined) return undefined;
  const said = { round: Number(round), at: { date, minute: Number(minute) } };
  if (kind === 'y') return { kind: 'coming', ...said };
  const reason = keyOf(reasonLetters, reasonLetter);
  const approval = keyOf(approvalLetters, approvalLetter);
  return kind === 'l' && reason !== undefined && approval !== undefined
    ? { kind: 'leave', reason, approval, ...said }
    : undefined;
}

function keyOf<Key extends string>(
  letters: Readonly<Record<Key, string>>,
  letter: string | undefined,
): Key | undefined {
  return (Object.keys(letters) as Key[]).find((key) => letters[key] === letter);
}
