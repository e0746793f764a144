import type { CreditEntry } from '../hours/credit-entry.ts';
import type { HoursStore } from '../hours/hours-store.ts';
import { secretaryOf } from '../roster/officers.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';

/**
 * The days on which the secretaries of these organisations were trained by an organisation above (R1 25:
 * 县级以上党组织), as it registered their hours: so nobody registers the training a second time.
 */
export async function secretaryTrainings(
  store: Pick<HoursStore, 'ofEach'>,
  roster: Roster,
  organisations: readonly Organisation[],
  years: readonly number[],
): Promise<readonly (readonly LocalDate[])[]> {
  const led = organisations.map((organisation) => ({
    secretary: secretaryOf(roster, organisation)?.userid,
    above: new Set(roster.path(organisation.code).map(({ code }) => code)),
    own: organisation.code,
  }));
  const userids = led.flatMap(({ secretary }) => secretary ?? []);
  const byYear = await Promise.all(years.map((year) => store.ofEach(userids, year, trainingsIn)));

  const trained = new Map<string, readonly Training[]>();
  userids.forEach((userid, index) => {
    trained.set(
      userid,
      byYear.flatMap((rows) => rows[index] ?? []),
    );
  });
  return led.map(({ secretary, above, own }) =>
    (trained.get(secretary ?? '') ?? []).filter(({ by }) => by !== own && above.has(by)).map(({ on }) => on),
  );
}

/** The category of `content/hours/counting.yaml` under which courses are registered. */
const training = '集中培训';

interface Training {
  readonly on: LocalDate;
  readonly by: string;
}

function trainingsIn(entries: readonly CreditEntry[]): readonly Training[] {
  return entries.flatMap(({ category, event, until }) =>
    category === training && event.kind === 'registered' ? [{ on: until, by: event.by }] : [],
  );
}
