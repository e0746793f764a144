import type { Automatic } from '../automatic/automatic.ts';
import { morningTimes } from '../brief/morning-times.ts';
import type { Card } from '../chat/card.ts';
import type { Desks } from '../chat/desk-store.ts';
import { filledIn, type MessageText } from '../library/message-texts.ts';
import { preferenceFields, preferencesOn } from '../preferences/preferences.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import { calendarWords, dateWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { anniversariesOn, type Anniversary } from './anniversaries.ts';

/** The greeting on the anniversary of joining: private, and only to those who asked for it (domain §8.4). */
export interface Greetings {
  /** Lets today's greetings wait for the morning. Can be run again. */
  send(at: number): Promise<void>;
  /** Who would be greeted; changes nothing. */
  planned(at: number): Promise<readonly Anniversary[]>;
}

export interface GreetingParts {
  readonly text: MessageText | undefined;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly automatic: Pick<Automatic, 'announce'>;
  roster(): Promise<Roster>;
}

export function createGreetings({
  text,
  calendar,
  zone,
  desks,
  automatic,
  roster,
}: GreetingParts): Greetings {
  return {
    async send(at) {
      if (text === undefined) return;
      const { date: today } = zone.localAt(at);
      const current = await roster();
      const times = morningTimes(current, today, { calendar, zone });
      for (const anniversary of await wanted(current, today)) {
        const { userid } = anniversary.person;
        const announcement = {
          userids: [userid],
          subject: `anniversary-${anniversary.on}-${userid}`,
          card: greetingCard(text, anniversary, today),
        };
        await automatic.announce(announcement, Math.max(at, times.alongside(userid)));
      }
    },
    async planned(at) {
      return text === undefined ? [] : wanted(await roster(), zone.localAt(at).date);
    },
  };

  async function wanted({ people }: Roster, today: LocalDate): Promise<readonly Anniversary[]> {
    const all = anniversariesOn(people, today, calendar);
    const rows = await desks.read(
      all.map(({ person }) => person.userid),
      preferenceFields,
    );
    return all.filter((_, index) => preferencesOn(rows[index] ?? {}).greeting);
  }
}

function greetingCard(text: MessageText, { joinedOn, on, years }: Anniversary, today: LocalDate): Card {
  const values = {
    哪天: dateWords(on, today),
    入党日期: calendarWords(joinedOn, today),
    年: String(years),
  };
  return { title: filledIn(text.title, values), body: filledIn(text.body, values), buttons: [] };
}
