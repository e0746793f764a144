import { randomUUID } from 'node:crypto';
import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { Log } from '../log.ts';
import type { Card } from '../chat/card.ts';
import type { Post } from '../post/post.ts';
import type { Zone } from '../time/zone.ts';
import type { AutomaticPart, NamedCards } from './automatic-part.ts';
import type { AutomaticStore } from './automatic-store.ts';
import { bundlesDue, fitsOneCard, mergedCard, type Bundle } from './bundle.ts';

/** Everything the service says by itself goes through here, so that the limits hold over all of it. */
export interface Automatic {
  /** States that these parts wait for their time. */
  add(work: UnitOfWork, parts: readonly AutomaticPart[], cards: NamedCards): void;
  /**
   * Lets a card wait for these people, each until their own time allows it. `subject` names the occasion
   * for ever: announcing it again does nothing.
   */
  announce(announcement: Announcement, at: number): Promise<void>;
  /** The parts that are due by then, and would be sent. */
  dueBy(at: number): Promise<readonly AutomaticPart[]>;
  /** Sends what is due: bundled, at most three a day to one person, nothing twice. */
  sendDue(now: number): Promise<void>;
  /** Forgets cards and announcements of days before this one; no part waits that long. */
  forget: AutomaticStore['forget'];
}

export interface Announcement {
  readonly userids: readonly string[];
  readonly subject: string;
  readonly card: Card;
}

export interface AutomaticParts {
  readonly store: AutomaticStore;
  readonly post: Post;
  readonly zone: Zone;
  readonly log: Log;
  /** Whether a part is still of use at this time; a study item that was done meanwhile is not. */
  stillNeeded(parts: readonly AutomaticPart[], now: number): Promise<readonly AutomaticPart[]>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createAutomatic(parts: AutomaticParts): Automatic {
  const { store, post, zone, log } = parts;

  return {
    add: store.add,
    forget: store.forget,
    async announce({ userids, subject, card }, at) {
      const name = `${zone.localAt(at).date} ${subject}`;
      const addressees = await post.address(userids, 'automatic', at);
      const work = createUnitOfWork();
      store.noteAnnounced(work, subject, zone.localAt(at).date);
      store.add(
        work,
        addressees.flatMap(({ userid, due }) =>
          due === undefined ? [] : [{ userid, subject, due, card: name }],
        ),
        new Map([[name, card]]),
      );
      // A failed expectation says that it was announced before.
      await parts.commit(work);
    },
    async dueBy(at) {
      return (await parts.stillNeeded(await store.waiting(), at)).filter(({ due }) => due <= at);
    },
    async sendDue(now) {
      const waiting = await store.waiting();
      if (!waiting.some((part) => part.due <= now)) return;
      const needed = new Set(await parts.stillNeeded(waiting, now));
      await drop(waiting.filter((part) => !needed.has(part)));

      const today = zone.localAt(now).date;
      const bundles = bundlesDue([...needed], await store.sent(today), now);
      const cards = await store.cards();
      const series = `auto-${randomUUID()}`;
      for (const group of sameContents(bundles)) {
        for (let start = 0; start < group.length; start += peoplePerCommit) {
          await send(group.slice(start, start + peoplePerCommit), cards, series, now);
        }
      }
    },
  };

  async function drop(unneeded: readonly AutomaticPart[]): Promise<void> {
    if (unneeded.length === 0) return;
    const work = createUnitOfWork();
    store.take(work, unneeded);
    await parts.commit(work);
  }

  /** One commit: the parts are taken, the message is accepted and counted, or nothing of it. */
  async function send(
    group: readonly Bundle[],
    cards: NamedCards,
    series: string,
    now: number,
  ): Promise<void> {
    const today = zone.localAt(now).date;
    const sent = await store.sent(today);
    const work = createUnitOfWork();
    for (const { userid, parts: included } of group) {
      store.take(work, included);
      store.noteSent(work, userid, today, { count: (sent.get(userid)?.count ?? 0) + 1, lastAt: now });
    }
    const [first, ...others] = (group[0]?.parts ?? []).flatMap((part) => cards.get(part.card) ?? []);
    if (first === undefined) {
      log.error({ people: group.length }, 'automatic messages lost their card; they are dropped');
    } else {
      const userids = group.map(({ userid }) => userid);
      const addressees = await post.address(userids, 'automatic', now);
      const card = mergedCard([first, ...others]);
      // As a text everything is on it, and how to answer each part.
      const inFull = others.length === 0 || fitsOneCard(card);
      post.send(
        work,
        { id: `auto-${randomUUID()}`, card, urgency: 'reminder', series },
        inFull ? addressees : addressees.map((addressee) => ({ ...addressee, textOnly: true })),
      );
    }
    const failed = await parts.commit(work);
    if (failed !== undefined)
      log.info({ people: group.length }, 'another replica sends these automatic messages');
  }
}

const peoplePerCommit = 500;

/** People who get exactly the same cards share calls. */
function sameContents(bundles: readonly Bundle[]): Iterable<readonly Bundle[]> {
  const groups = new Map<string, Bundle[]>();
  for (const bundle of bundles) {
    const contents = bundle.parts.map((part) => part.card).join('|');
    const group = groups.get(contents) ?? [];
    groups.set(contents, group);
    group.push(bundle);
  }
  return groups.values();
}
