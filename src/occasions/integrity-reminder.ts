import type { Automatic } from '../automatic/automatic.ts';
import { morningTimes } from '../brief/morning-times.ts';
import type { Card } from '../chat/card.ts';
import { Refusal } from '../errors.ts';
import { filledIn, type IntegrityText } from '../library/message-texts.ts';
import type { Log } from '../log.ts';
import { resolveAudience, sparedFromReminders } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import { calendarWords } from '../time/spoken-time.ts';
import type { CalendarYear, WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { longHolidays, reminderDay, type LongHoliday } from './long-holidays.ts';

/** A word before the long holidays, from the calendar; nobody has to answer it. */
export interface IntegrityReminder {
  /** Lets it wait for the morning, on the third working day before a long holiday. Can be run again. */
  send(at: number): Promise<void>;
  /** Who would get it, and before which holiday; changes nothing. */
  planned(at: number): Promise<PlannedIntegrity>;
}

export interface PlannedIntegrity {
  readonly holiday: LongHoliday | undefined;
  readonly people: readonly Person[];
}

export interface IntegrityReminderParts {
  readonly text: IntegrityText | undefined;
  readonly calendars: readonly CalendarYear[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly log: Log;
  readonly automatic: Pick<Automatic, 'announce'>;
  roster(): Promise<Roster>;
}

export function createIntegrityReminder(parts: IntegrityReminderParts): IntegrityReminder {
  const { text, calendars, calendar, zone, log, automatic } = parts;

  return {
    async send(at) {
      const { date: today } = zone.localAt(at);
      const { holiday, people } = await planned(today);
      if (text === undefined || holiday === undefined) return;
      const times = morningTimes(await parts.roster(), today, { calendar, zone });
      const card = integrityCard(text, holiday, today);
      const all = people.map(({ userid }) => userid);
      for (const instant of new Set(all.map(times.alongside))) {
        const userids = all.filter((userid) => times.alongside(userid) === instant);
        const subject = `integrity-${holiday.from}-${zone.localAt(instant).minute}`;
        await automatic.announce({ userids, subject, card }, Math.max(at, instant));
      }
    },
    planned: (at) => planned(zone.localAt(at).date),
  };

  async function planned(today: LocalDate): Promise<PlannedIntegrity> {
    const holiday = longHolidays(calendars, calendar, text?.least ?? 1).find(
      (one) => reminderDay(one, calendar) === today,
    );
    if (text === undefined || holiday === undefined) return { holiday: undefined, people: [] };
    return { holiday, people: audienceOf(text, await parts.roster()) };
  }

  /** Nobody, said to the operator, when the content names an audience there is not. */
  function audienceOf({ audience }: IntegrityText, roster: Roster): readonly Person[] {
    try {
      // It comes by itself, so it spares whoever is spared (contract §4).
      return resolveAudience(roster, audience).people.filter((person) => !sparedFromReminders(person));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log.error({ file: 'content/messages/integrity.yaml' }, `integrity reminder: ${error.message}`);
      return [];
    }
  }
}

function integrityCard(text: IntegrityText, { name, from, until }: LongHoliday, today: LocalDate): Card {
  const values = {
    节日: name,
    放假: `${calendarWords(from, today)}至${calendarWords(until, today)}放假`,
  };
  return { title: filledIn(text.title, values), body: filledIn(text.body, values), buttons: [] };
}
