import type { MeetingType } from '../library/meeting-type.ts';
import { Refusal } from '../errors.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import { addMonths } from '../time/local-date.ts';
import { monthlyDay } from '../time/spoken/monthly.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Invited } from './invitation.ts';
import { inviteesOf } from './invitees.ts';
import type { MakeMeeting, MeetingPlan } from './making.ts';
import { agendaFor } from './order-agenda.ts';
import type { SeriesStore } from './series-store.ts';
import { announcedFrom, type Series } from './series.ts';
import { startOf, type Telling } from './telling.ts';

/** Calls the meetings of each month when their time has come. Everything can be done twice. */
export interface SeriesRounds {
  call(at: number): Promise<void>;
  /** Whom `call` would invite to what. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface SeriesRoundsParts {
  readonly types: readonly MeetingType[];
  readonly seriesStore: Pick<SeriesStore, 'open' | 'change'>;
  readonly make: MakeMeeting;
  readonly telling: Telling;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createSeriesRounds(parts: SeriesRoundsParts): SeriesRounds {
  const { types, seriesStore, make, telling, calendar, zone, commit } = parts;

  return {
    async call(at) {
      const due = await dueAt(at);
      if (due.length === 0) return;
      const roster = await parts.roster();
      for (const series of due) {
        const work = createUnitOfWork();
        // Taken for done in any case: after a long downtime the day is over, and the next month's comes.
        seriesStore.change(work, series, { ...series, next: addMonths(series.next, 1) });
        const plan = await planOf(series, at, roster);
        if (plan !== undefined) await make(work, plan);
        // A failed expectation: another replica called it, or a number was taken; the next round sees.
        await commit(work);
      }
    },
    async planned(at) {
      const roster = await parts.roster();
      const plans = await Promise.all((await dueAt(at)).map((series) => planOf(series, at, roster)));
      return plans.flatMap((plan) =>
        (plan?.reach.reached ?? []).map(({ userid }) => ({
          userid,
          what: `每月的${plan?.title ?? '会议'}，请您参加`,
        })),
      );
    },
  };

  async function dueAt(at: number): Promise<readonly Series[]> {
    const open = await seriesStore.open();
    return open.filter((series) => {
      const { date, minute } = announcedFrom(dayOf(series), calendar);
      return zone.instantOf(date, minute) <= at;
    });
  }

  /** Undefined when there is nobody to meet any more, or its time is over. */
  async function planOf(series: Series, now: number, roster: Roster): Promise<MeetingPlan | undefined> {
    const type = types.find(({ code }) => code === series.type);
    const organisation = roster.organisation(series.organisation);
    const when = {
      date: dayOf(series),
      minute: series.minute,
      ...(series.until === undefined ? {} : { until: series.until }),
    };
    const before = startOf(when, zone);
    if (type === undefined || organisation === undefined || before <= now) return undefined;
    const guests = series.guests.flatMap((userid) => roster.find(userid)?.person ?? []);
    const invited = invitedNow(() => inviteesOf(type, organisation, guests, roster));
    if (invited.length === 0) return undefined;
    return {
      type,
      title: series.title,
      organisation,
      when,
      place: series.place,
      agenda: agendaFor(type, series.agenda),
      invited,
      reach: await telling.reach(invited, { roster, now, kind: 'unasked', before }),
      convenedBy: series.convenedBy,
      now,
    };
  }

  function dayOf({ monthly, next }: Series): ReturnType<typeof monthlyDay> {
    return monthlyDay(monthly, next, calendar);
  }
}

/** A branch that has nobody left simply does not meet. */
function invitedNow(invitees: () => readonly Invited[]): readonly Invited[] {
  try {
    return invitees();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
