import type { Desks } from '../chat/desk-store.ts';
import type { SendingHours } from '../delivery/outbox-entry.ts';
import { preferenceFields, preferencesOn } from '../preferences/preferences.ts';
import { earliestSending, latestSending, type SendingKind } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';

/** When and how each of these people may be reached, from their own settings. */
export type Address = (
  userids: readonly string[],
  kind: SendingKind,
  now: number,
) => Promise<readonly Addressee[]>;

export interface Addressee {
  readonly userid: string;
  /** In milliseconds since the epoch; `undefined` when the quiet hours leave no time at all. */
  readonly due: number | undefined;
  /** Of a message that can wait: until when it may begin, should sending be late. */
  readonly hours?: SendingHours;
  readonly textOnly: boolean;
}

export interface AddressingParts {
  readonly desks: Desks;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

export function createAddressing({ desks, zone, calendar }: AddressingParts): Address {
  return async (userids, kind, now) => {
    const rows = await desks.read(userids, preferenceFields);
    return userids.map((userid, index) => {
      const { textOnly, ...wishes } = preferencesOn(rows[index] ?? {});
      const question = { now, kind, zone, calendar, ...wishes };
      const due = earliestSending(question);
      const until = due === undefined ? undefined : latestSending(question, due);
      const mayWait = kind === 'unasked' || kind === 'automatic';
      return { userid, textOnly, due, ...(mayWait && until !== undefined ? { hours: { kind, until } } : {}) };
    });
  };
}
