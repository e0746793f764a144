import type { Card } from '../chat/card.ts';
import { cardMessage, cardText } from '../chat/card-message.ts';
import type { Desks } from '../chat/desk-store.ts';
import { recipientsPerCall, type OutboxEntry, type Urgency } from '../delivery/outbox-entry.ts';
import { preferenceFields, preferencesOn } from '../preferences/preferences.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { earliestSending, type SendingKind } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { file as fileOf, image, text, type Message } from '../wecom/message.ts';

/** Sends one card to many people, each at the time and in the form they want. */
export interface Post {
  /** When and how each of these people may be reached, from their own settings. */
  address(userids: readonly string[], kind: SendingKind, now: number): Promise<readonly Addressee[]>;
  /** States the calls to WeCom: people with the same time and form share them. */
  send(work: UnitOfWork, letter: Letter, addressees: readonly Addressee[]): void;
}

export interface Addressee {
  readonly userid: string;
  /** In milliseconds since the epoch; `undefined` when the quiet hours leave no time at all. */
  readonly due: number | undefined;
  readonly textOnly: boolean;
}

export interface Letter {
  /** New for ever: letters, digits, `-` and `_`, at most 80 characters. */
  readonly id: string;
  readonly card: Card;
  readonly urgency: Urgency;
  /** The notice whose receipts record what becomes of each recipient. */
  readonly notice?: number;
  /** What can be taken back together, for 24 hours: a notice with its reminders, e.g. `notice-3`. */
  readonly subject?: string;
  /** Comes after the card, as a message of its own. */
  readonly file?: LetterFile;
}

/** A file that WeCom has, by its name for it. */
export interface LetterFile {
  readonly kind: 'image' | 'file';
  readonly mediaId: string;
}

export interface PostParts {
  readonly desks: Desks;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  /** States one accepted call. */
  accept(work: UnitOfWork, entry: OutboxEntry, due: number): void;
}

export function createPost({ desks, zone, calendar, accept }: PostParts): Post {
  return {
    async address(userids, kind, now) {
      const rows = await desks.read(userids, preferenceFields);
      return userids.map((userid, index) => {
        const { textOnly, ...wishes } = preferencesOn(rows[index] ?? {});
        return { userid, textOnly, due: earliestSending({ now, kind, zone, calendar, ...wishes }) };
      });
    },
    send(work, { id, card, urgency, notice, subject, file }, addressees) {
      const shared = { kind: 'send', urgency, ...(subject === undefined ? {} : { subject }) } as const;
      for (const { due, textOnly, userids } of grouped(addressees)) {
        for (let start = 0; start < userids.length; start += recipientsPerCall) {
          const entryId = `${id}-${textOnly ? 't' : 'c'}${due.toString(36)}-${start / recipientsPerCall}`;
          const recipients = userids.slice(start, start + recipientsPerCall);
          const message = textOnly ? text(cardText(card)) : cardMessage(card, entryId);
          const receipts = notice === undefined ? {} : { notice };
          accept(work, { ...shared, ...receipts, id: entryId, message, recipients }, due);
          if (file === undefined) continue;
          accept(
            work,
            { ...shared, id: `${entryId}-f`, message: fileMessage(file), recipients, after: entryId },
            due,
          );
        }
      }
    },
  };
}

interface Group {
  readonly due: number;
  readonly textOnly: boolean;
  readonly userids: string[];
}

function grouped(addressees: readonly Addressee[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { userid, due, textOnly } of addressees) {
    if (due === undefined) continue;
    const name = `${due} ${textOnly ? 't' : 'c'}`;
    const group = groups.get(name) ?? { due, textOnly, userids: [] };
    groups.set(name, group);
    group.userids.push(userid);
  }
  return groups.values();
}

function fileMessage({ kind, mediaId }: LetterFile): Message {
  return kind === 'image' ? image(mediaId) : fileOf(mediaId);
}
