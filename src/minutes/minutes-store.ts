import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import { storedDate } from '../time/stored-date.ts';
import type { MinutesDraft, MinutesPiece } from './minutes-draft.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys:
 *   minutes:<number>  hash  of the meeting of this number:
 *                           changes → counts the changes, for the guards
 *                           1, 2, 4 … → a piece as JSON, by the change that added it
 *                           finished → the day of the first export, exported → that of the latest
 *                           deleted → the day it was deleted; then there are no pieces
 *   minutes           set   numbers of all drafts there are or were; gone with their meetings
 */
export interface MinutesStore {
  /** The draft of a meeting, also when nothing was written yet. */
  find(number: number): Promise<MinutesDraft>;
  /** States one more piece. Fails at the commit when the draft was changed meanwhile, as all of these do. */
  append(work: UnitOfWork, draft: MinutesDraft, piece: MinutesPiece): void;
  /** States that a piece was a mistake. */
  remove(work: UnitOfWork, draft: MinutesDraft, place: number): void;
  noteExported(work: UnitOfWork, draft: MinutesDraft, day: LocalDate): void;
  /** States that nothing of a draft is left but that there was one. */
  delete(work: UnitOfWork, draft: MinutesDraft, day: LocalDate): void;
  /** States that not even that is left. */
  drop(work: UnitOfWork, number: number): void;
  drafts(): Promise<readonly number[]>;
}

export function createMinutesStore(redis: RedisClient, keys: Keys): MinutesStore {
  const listKey = keys('minutes');
  const draftKey = (number: number): string => keys('minutes', number);

  return {
    async find(number) {
      const stored = await redis.hgetall(draftKey(number));
      return {
        number,
        changes: Number(stored[changesField] ?? 0),
        pieces: piecesOf(stored),
        ...dayIn(stored, 'finished'),
        ...dayIn(stored, 'exported'),
        ...dayIn(stored, 'deleted'),
      };
    },
    append(work, draft, piece) {
      change(work, draft);
      work.write('HSET', draftKey(draft.number), draft.changes + 1, JSON.stringify(piece));
      work.write('SADD', listKey, draft.number);
    },
    remove(work, draft, place) {
      change(work, draft);
      work.write('HDEL', draftKey(draft.number), place);
    },
    noteExported(work, draft, day) {
      change(work, draft);
      work.write('HSETNX', draftKey(draft.number), 'finished', day);
      work.write('HSET', draftKey(draft.number), 'exported', day);
    },
    delete(work, draft, day) {
      change(work, draft);
      const places = draft.pieces.map(({ place }) => place);
      work.write('HDEL', draftKey(draft.number), 'finished', 'exported', ...places);
      work.write('HSET', draftKey(draft.number), 'deleted', day);
    },
    drop(work, number) {
      work.write('DEL', draftKey(number));
      work.write('SREM', listKey, number);
    },
    async drafts() {
      return (await redis.smembers(listKey)).map(Number);
    },
  };

  function change(work: UnitOfWork, { number, changes }: MinutesDraft): void {
    work.expectField(draftKey(number), changesField, changes === 0 ? undefined : String(changes));
    work.write('HINCRBY', draftKey(number), changesField, 1);
  }
}

const changesField = 'changes';

function piecesOf(stored: Readonly<Record<string, string>>): MinutesDraft['pieces'] {
  return Object.entries(stored)
    .filter(([field]) => /^\d+$/u.test(field))
    .flatMap(([field, text]) => {
      const piece = readStored(pieceForm, text);
      return piece === undefined ? [] : [{ place: Number(field), ...piece }];
    })
    .toSorted((a, b) => a.place - b.place);
}

function dayIn(
  stored: Readonly<Record<string, string>>,
  field: 'finished' | 'exported' | 'deleted',
): Partial<Record<typeof field, LocalDate>> {
  const day = stored[field];
  return day === undefined ? {} : { [field]: storedDate.parse(day) };
}

const pieceForm: z.ZodType<MinutesPiece> = z.object({
  text: z.string(),
  by: z.string(),
  at: z.object({ date: storedDate, minute: z.number() }),
  tasks: z.array(z.object({ number: z.number(), line: z.string() })),
});
