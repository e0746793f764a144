import type { Automatic } from '../automatic/automatic.ts';
import type { AutomaticPart } from '../automatic/automatic-part.ts';
import { morningTimes } from '../brief/morning-times.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { officersOf, responsibleOfficer, secretaryOf } from '../roster/officers.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { DutyBook } from './duty-book.ts';
import type { DutyDaysStore } from './duty-days-store.ts';
import { remindersFor } from './ladder.ts';
import { isMet, termName, type Obligation } from './obligation.ts';
import type { RemindedStore } from './reminded-store.ts';
import { reminderCard } from './reminder-card.ts';

/** Reminders before something is due: to the responsible officer only, and none once it is recorded. */
export interface DutyReminders {
  /** Lets what is to be said wait for each officer's morning message. Can be run again. */
  remind(at: number): Promise<void>;
  /** Who would be told what; changes nothing. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
  /** Of these automatic parts, those of which something is still open. */
  stillNeeded(parts: readonly AutomaticPart[]): Promise<readonly AutomaticPart[]>;
}

export interface DutyReminderParts {
  readonly book: Pick<DutyBook, 'read'>;
  readonly days: Pick<DutyDaysStore, 'known' | 'vacant' | 'note'>;
  readonly reminded: RemindedStore;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly post: Pick<Post, 'address'>;
  readonly automatic: Pick<Automatic, 'add'>;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createDutyReminders(parts: DutyReminderParts): DutyReminders {
  const { book, days, reminded, calendar, zone, post, automatic, commit } = parts;

  return {
    async remind(at) {
      const { date: today } = zone.localAt(at);
      const roster = await parts.roster();
      await noteOrganisations(roster, today);
      const times = morningTimes(roster, today, { calendar, zone });
      for (const letter of await lettersOn(roster, today)) {
        await write(letter, at, Math.max(at, times.alongside(letter.officer.userid)));
      }
    },
    async planned(at) {
      const { date: today } = zone.localAt(at);
      const letters = await lettersOn(await parts.roster(), today);
      return letters.map(({ officer, organisation, open }) => ({
        userid: officer.userid,
        what: `${organisation.name}：近期要办的 ${open.length} 项`,
      }));
    },
    async stillNeeded(waiting) {
      const ours = waiting.filter(({ subject }) => subjectForm.test(subject));
      if (ours.length === 0) return waiting;
      const roster = await parts.roster();
      const noted = await reminded.all();
      const done = new Set<AutomaticPart>();
      for (const part of ours) {
        const [, day = '', code = ''] = subjectForm.exec(part.subject) ?? [];
        const organisation = roster.organisation(code);
        const organisations = organisation === undefined ? [] : [organisation];
        const [open = []] = await openOf(organisations, roster, day as LocalDate);
        if (!open.some((one) => noted.get(termName(one)) === day)) done.add(part);
      }
      return waiting.filter((part) => !done.has(part));
    },
  };

  /** What the letters are about: an organisation is new, has lost its 书记, or has one again. */
  async function noteOrganisations(roster: Roster, today: LocalDate): Promise<void> {
    const { organisations } = roster;
    const [known, vacant] = await Promise.all([days.known(), days.vacant()]);
    const hasSecretary = (organisation: Organisation): boolean =>
      secretaryOf(roster, organisation) !== undefined;
    const codes = (some: readonly Organisation[]): readonly string[] => some.map(({ code }) => code);
    const seen = {
      on: today,
      appeared: codes(organisations.filter(({ code }) => !known.has(code))),
      becameVacant: codes(organisations.filter((one) => !vacant.has(one.code) && !hasSecretary(one))),
      filled: codes(organisations.filter((one) => vacant.has(one.code) && hasSecretary(one))),
    };
    if (seen.appeared.length + seen.becameVacant.length + seen.filled.length === 0) return;
    const work = createUnitOfWork();
    days.note(work, seen);
    await commit(work);
  }

  async function lettersOn(roster: Roster, today: LocalDate): Promise<readonly Letter[]> {
    if (!calendar.isWorkday(today)) return [];
    const noted = await reminded.all();
    const isDue = (obligation: Obligation): boolean => {
      const latest = remindersFor(obligation, calendar).findLast((day) => day <= today);
      const before = noted.get(termName(obligation));
      return (
        latest !== undefined &&
        latest > addDays(today, -staleAfter) &&
        (before === undefined || before < latest)
      );
    };
    const { organisations } = roster;
    const open = await openOf(organisations, roster, today);
    return organisations.flatMap((organisation, index): readonly Letter[] => {
      const due = (open[index] ?? []).filter(isDue);
      const officer = due.length === 0 ? undefined : responsibleOfficer(roster, organisation);
      if (officer === undefined) return [];
      const whose = officersOf(roster, organisation).includes(officer) ? 'own' : 'below';
      return [{ organisation, officer, open: due, whose, noted }];
    });
  }

  /** Begun, not met, and nothing arranged that will meet it: a meeting has reminders of its own. */
  async function openOf(
    organisations: readonly Organisation[],
    roster: Roster,
    today: LocalDate,
  ): Promise<readonly (readonly Obligation[])[]> {
    const stretch = { from: today, until: addDays(today, lookAhead) };
    const all = await book.read({ roster, organisations, today, stretch });
    return all.map((some) =>
      some.filter((one) => one.opens <= today && one.arranged === undefined && !isMet(one)),
    );
  }

  async function write(letter: Letter, at: number, due: number): Promise<void> {
    const { organisation, officer, open, whose, noted } = letter;
    const { date: today, minute } = zone.localAt(at);
    const subject = `duties-${today}-${minute}-${organisation.code}`;
    const card = `${today} ${subject}`;
    const work = createUnitOfWork();
    reminded.note(
      work,
      open.map((one) => ({ term: termName(one), before: noted.get(termName(one)), on: today })),
    );
    const [addressee] = await post.address([officer.userid], 'automatic', due);
    if (addressee?.due !== undefined) {
      automatic.add(
        work,
        [{ userid: officer.userid, subject, due: addressee.due, card }],
        new Map([[card, reminderCard(organisation, open, today, whose)]]),
      );
    }
    // A failed expectation says that another replica was quicker.
    await commit(work);
  }
}

interface Letter {
  readonly organisation: Organisation;
  readonly officer: Person;
  readonly open: readonly Obligation[];
  readonly whose: 'own' | 'below';
  readonly noted: ReadonlyMap<string, LocalDate>;
}

const subjectForm = /^duties-(\d{4}-\d\d-\d\d)-\d+-(.+)$/su;

/** Days ahead that the longest ladder of a period reaches. */
const lookAhead = 60;

/** After so many days without a round a reminder is the next one's business. */
const staleAfter = 7;
