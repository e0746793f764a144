import type { MeetingType } from '../library/meeting-type.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { ArrangedMeeting } from './duty-book.ts';

/** The meetings from a day on that are called and meet a duty of their organisation once they were held. */
export function createArrangedMeetings(
  types: readonly MeetingType[],
  store: Pick<MeetingStore, 'starting'>,
): (from: LocalDate) => Promise<readonly ArrangedMeeting[]> {
  const dutyOf = new Map(
    types.flatMap(({ code, duty }) => (duty === undefined ? [] : [[code, duty] as const])),
  );
  return async (from) => {
    const coming = await store.starting({ date: from, minute: 0 });
    return coming.flatMap(({ type, organisation, date, state }) => {
      const duty = dutyOf.get(type);
      return state === 'called' && duty !== undefined ? [{ organisation, duty, date }] : [];
    });
  };
}
