import * as z from 'zod';
import type { Card } from '../chat/card.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AutomaticPart, NamedCards } from './automatic-part.ts';
import type { SentToday } from './bundle.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys:
 *   automatic:waiting       hash  `<userid>|<subject>` → `<due> <card name>`
 *   automatic:cards         hash  card name (begins with its day) → the card as JSON, kept for some weeks
 *   automatic:announced     hash  subject → the day it was announced
 *   automatic:sent:<date>   hash  userid → `<count> <last at>`; of no use after that day
 */
export interface AutomaticStore {
  /** States that parts wait; a part that waits already is left as it is. */
  add(work: UnitOfWork, parts: readonly AutomaticPart[], cards: NamedCards): void;
  waiting(): Promise<readonly AutomaticPart[]>;
  cards(): Promise<NamedCards>;
  sent(on: LocalDate): Promise<ReadonlyMap<string, SentToday>>;
  /** States that these parts no longer wait; fails at the commit when another replica took one of them. */
  take(work: UnitOfWork, parts: readonly AutomaticPart[]): void;
  noteSent(work: UnitOfWork, userid: string, on: LocalDate, sent: SentToday): void;
  /** States that this subject has been announced; fails at the commit when it was announced before. */
  noteAnnounced(work: UnitOfWork, subject: string, on: LocalDate): void;
  /** Forgets cards and announcements of days before this one. */
  forget(before: LocalDate): Promise<void>;
}

export function createAutomaticStore(redis: RedisClient, keys: Keys): AutomaticStore {
  const waitingKey = keys('automatic', 'waiting');
  const cardsKey = keys('automatic', 'cards');
  const announcedKey = keys('automatic', 'announced');
  const sentKey = (on: LocalDate): string => keys('automatic', 'sent', on);

  return {
    add(work, parts, cards) {
      for (const [name, card] of cards) work.write('HSET', cardsKey, name, JSON.stringify(card));
      for (const part of parts) work.write('HSETNX', waitingKey, fieldOf(part), valueOf(part));
    },
    async waiting() {
      return Object.entries(await redis.hgetall(waitingKey)).map(partOf);
    },
    async cards() {
      const stored = Object.entries(await redis.hgetall(cardsKey));
      return new Map(
        stored.flatMap(([name, text]) => {
          const card = readStored(cardForm, text);
          return card === undefined ? [] : [[name, card]];
        }),
      );
    },
    async sent(on) {
      const stored = Object.entries(await redis.hgetall(sentKey(on)));
      return new Map(
        stored.map(([userid, text]) => {
          const [count, lastAt] = text.split(' ').map(Number);
          return [userid, { count: count ?? 0, lastAt: lastAt ?? 0 }];
        }),
      );
    },
    take(work, parts) {
      for (const part of parts) {
        work.expectField(waitingKey, fieldOf(part), valueOf(part));
        work.write('HDEL', waitingKey, fieldOf(part));
      }
    },
    noteSent(work, userid, on, { count, lastAt }) {
      work.write('HSET', sentKey(on), userid, `${count} ${lastAt}`);
      // Garbage collection only: the date in the key is the rule.
      work.write('EXPIRE', sentKey(on), 3 * 86_400);
    },
    noteAnnounced(work, subject, on) {
      work.expectField(announcedKey, subject, undefined);
      work.write('HSET', announcedKey, subject, on);
    },
    async forget(before) {
      const cards = (await redis.hkeys(cardsKey)).filter((name) => name < before);
      if (cards.length > 0) await redis.hdel(cardsKey, ...cards);
      const announced = Object.entries(await redis.hgetall(announcedKey)).filter(([, on]) => on < before);
      if (announced.length > 0) await redis.hdel(announcedKey, ...announced.map(([subject]) => subject));
    },
  };
}

function fieldOf(part: AutomaticPart): string {
  return `${part.userid.toLowerCase()}|${part.subject}`;
}

function valueOf(part: AutomaticPart): string {
  return `${part.due} ${part.card}`;
}

function partOf([field, value]: [string, string]): AutomaticPart {
  const [userid = '', subject = ''] = field.split('|');
  const cut = value.indexOf(' ');
  return { userid, subject, due: Number(value.slice(0, cut)), card: value.slice(cut + 1) };
}

const factForm = z.object({ label: z.string(), value: z.string() });

const buttonForm = z.object({
  label: z.string(),
  line: z.string(),
  tone: z.literal('choice').exactOptional(),
});

const cardForm: z.ZodType<Card> = z.object({
  title: z.string(),
  note: z.string().exactOptional(),
  body: z.string().exactOptional(),
  facts: z.array(factForm).exactOptional(),
  buttons: z.array(buttonForm),
  link: z.object({ label: z.string(), url: z.string() }).exactOptional(),
  ticks: z
    .object({ choices: z.array(factForm), ticked: z.array(z.string()).exactOptional(), send: buttonForm })
    .exactOptional(),
  reply: z.string().exactOptional(),
  listed: z.object({ title: z.string(), line: z.string(), all: buttonForm }).exactOptional(),
});
