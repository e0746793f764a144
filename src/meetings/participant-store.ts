import { valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Invited } from './invitation.ts';
import { participantText, readParticipant } from './participant-text.ts';
import type { Participant } from './participant.ts';

/*
 * Keys, for a year:
 *   meeting:<number>:people   hash  account → invitation, reply and entry of the roll, see participant-text.ts
 *
 * One short text for all of it: there are some forty for each person and year, and the account alone is as
 * long as what is known of it.
 */
export interface ParticipantStore {
  /** States who is invited to a new meeting; its convener may have said already that they come. */
  invite(work: UnitOfWork, number: number, invited: readonly (Invited & Pick<Participant, 'reply'>)[]): void;
  /** Everybody who is invited, in no order. */
  all(number: number): Promise<readonly Participant[]>;
  /** Somebody's part in each of these meetings, in their order; `undefined` where not invited. */
  of(userid: string, numbers: readonly number[]): Promise<readonly (Participant | undefined)[]>;
  /** States something new of somebody; fails at the commit when anything of theirs came in between. */
  change(
    work: UnitOfWork,
    number: number,
    before: Participant,
    after: Partial<Pick<Participant, 'reply' | 'rollEntry'>>,
  ): void;
  /** States that somebody was never invited; the counts of the meeting stay. */
  forgetPerson(work: UnitOfWork, number: number, userid: string): void;
  /** States that it is no longer kept who was invited, replied and came. */
  forget(work: UnitOfWork, number: number): void;
}

export function createParticipantStore(redis: RedisClient, keys: Keys): ParticipantStore {
  const peopleKey = (number: number): string => keys('meeting', number, 'people');

  return {
    invite(work, number, invited) {
      for (let start = 0; start < invited.length; start += valuesPerWrite / 2) {
        const some = invited.slice(start, start + valuesPerWrite / 2);
        const fields = some.flatMap((one) => [
          one.userid.toLowerCase(),
          participantText({ ...one, rollEntry: '' }),
        ]);
        work.write('HSET', peopleKey(number), ...fields);
      }
    },
    async all(number) {
      const stored = Object.entries(await redis.hgetall(peopleKey(number)));
      return stored.flatMap(([userid, text]) => readParticipant(userid, text) ?? []);
    },
    async of(userid, numbers) {
      const account = userid.toLowerCase();
      const texts = await Promise.all(numbers.map((number) => redis.hget(peopleKey(number), account)));
      return texts.map((text) => readParticipant(account, text ?? ''));
    },
    change(work, number, before, after) {
      const account = before.userid.toLowerCase();
      work.expectField(peopleKey(number), account, before.stored);
      work.write('HSET', peopleKey(number), account, participantText({ ...before, ...after }));
    },
    forgetPerson(work, number, userid) {
      work.write('HDEL', peopleKey(number), userid.toLowerCase());
    },
    forget(work, number) {
      work.write('DEL', peopleKey(number));
    },
  };
}
