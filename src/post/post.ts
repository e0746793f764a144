import type { Card } from '../chat/card.ts';
import { cardMessage, cardText } from '../chat/card-message.ts';
import {
  recipientsPerCall,
  type OutboxEntry,
  type SendEntry,
  type SendingHours,
  type Urgency,
} from '../delivery/outbox-entry.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { file as fileOf, image, text } from '../wecom/message.ts';
import type { Address, Addressee } from './addressing.ts';

export type { Addressee } from './addressing.ts';

/** Sends one card to many people, each at the time and in the form they want. */
export interface Post {
  readonly address: Address;
  /**
   * States the calls to WeCom: people with the same time and form share them. Tells who is in which, by
   * the number that the receipts know it by.
   */
  send(work: UnitOfWork, letter: Letter, addressees: readonly Addressee[]): readonly (readonly string[])[];
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
  /**
   * What is the same for letters that go to different people: together they count as one message to
   * each. The letter's id when it is alone.
   */
  readonly series?: string;
  /** Comes after the card, as a message of its own. */
  readonly file?: LetterFile;
}

/** A file that WeCom has, by its name for it. */
export interface LetterFile {
  readonly kind: 'image' | 'file';
  readonly mediaId: string;
}

export interface PostParts {
  readonly address: Address;
  /** States one accepted call. */
  accept(work: UnitOfWork, entry: OutboxEntry, due: number): void;
}

export function createPost({ address, accept }: PostParts): Post {
  return {
    address,
    send(work, letter, addressees) {
      const calls: (readonly string[])[] = [];
      for (const group of grouped(addressees)) {
        for (let start = 0; start < group.userids.length; start += recipientsPerCall) {
          const recipients = group.userids.slice(start, start + recipientsPerCall);
          const id = `${letter.id}-${nameOf(group)}-${start / recipientsPerCall}`;
          accept(
            work,
            { ...cardEntry(letter, group, recipients, id), ...receiptOf(letter, calls) },
            group.due,
          );
          calls.push(recipients);
          if (letter.file === undefined) continue;
          accept(work, fileEntry(letter, letter.file, group, recipients, id), group.due);
        }
      }
      return calls;
    },
  };
}

function cardEntry(letter: Letter, group: Group, recipients: readonly string[], id: string): SendEntry {
  const { card, series = letter.id } = letter;
  return {
    ...sharedBy(letter, group, recipients, series),
    id,
    message: group.textOnly ? text(cardText(card)) : cardMessage(card, id),
  };
}

/** By what the receipts know the next call. */
function receiptOf({ notice }: Letter, calls: readonly unknown[]): Pick<SendEntry, 'notice' | 'call'> {
  return notice === undefined ? {} : { notice, call: calls.length };
}

/** Comes after the card with that id. */
function fileEntry(
  letter: Letter,
  { kind, mediaId }: LetterFile,
  group: Group,
  recipients: readonly string[],
  cardId: string,
): SendEntry {
  const { series = letter.id } = letter;
  return {
    ...sharedBy(letter, group, recipients, `${series}-f`),
    id: `${cardId}-f`,
    after: cardId,
    message: kind === 'image' ? image(mediaId) : fileOf(mediaId),
  };
}

function sharedBy(
  { urgency, subject }: Letter,
  { hours }: Group,
  recipients: readonly string[],
  series: string,
): Omit<SendEntry, 'id' | 'message'> {
  return {
    kind: 'send',
    recipients,
    urgency,
    ...(recipients.length === 1 ? {} : { series }),
    ...(hours === undefined ? {} : { hours }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** People who get the same at the same time. */
interface Group {
  readonly due: number;
  readonly hours: SendingHours | undefined;
  readonly textOnly: boolean;
  readonly userids: string[];
}

function grouped(addressees: readonly Addressee[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { userid, due, hours, textOnly } of addressees) {
    if (due === undefined) continue;
    // A time that was set explicitly (定时) is kept to, also outside the hours.
    const kept = hours !== undefined && due < hours.until ? hours : undefined;
    const name = `${due} ${kept?.until} ${textOnly ? 't' : 'c'}`;
    const group = groups.get(name) ?? { due, hours: kept, textOnly, userids: [] };
    groups.set(name, group);
    group.userids.push(userid);
  }
  return groups.values();
}

/** Different for each group of a letter. */
function nameOf({ due, hours, textOnly }: Group): string {
  const times = [due, ...(hours === undefined ? [] : [hours.until - due])];
  return `${textOnly ? 't' : 'c'}${times.map((time) => time.toString(36)).join('_')}`;
}
