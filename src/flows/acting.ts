import type { Turn } from '../chat/turn.ts';
import type { FlowAction } from '../library/flow.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { fieldsOf } from './begin-request.ts';
import type { Case, CaseEntry } from './case.ts';
import { caseLine } from './case-words.ts';
import { rowOf } from './case-row.ts';
import { stateOf, type CaseState } from './case-state.ts';
import type { CaseStore, StoredCase } from './case-store.ts';
import { earliestOf } from './deadlines.ts';
import { allowedActions, maySee, type AllowedAction } from './permission.ts';
import { readValues, type OpenField } from './read-values.ts';
import type { RefuseBeyondLimit } from './year-limit.ts';
import type { Telling, Told } from './telling.ts';

/** What became of an attempt to do something with a case. */
export type Acted =
  /** There is none, or it is no business of the member's: which of the two is not said. */
  | { readonly outcome: 'unknown' }
  /** Somebody was faster, or it was done before. */
  | { readonly outcome: 'already'; readonly found: Case; readonly entry: CaseEntry }
  | { readonly outcome: 'closed'; readonly found: Case }
  /** Not in this step, or not by this member. */
  | { readonly outcome: 'notNow'; readonly found: Case; readonly allowed: readonly AllowedAction[] }
  | {
      readonly outcome: 'tooEarly';
      readonly found: Case;
      readonly action: FlowAction;
      readonly from: LocalDate;
    }
  | { readonly outcome: 'open'; readonly open: OpenField }
  /** The case as it is now. */
  | { readonly outcome: 'done'; readonly found: Case; readonly action: FlowAction; readonly told: Told };

/** Does something with a case. Throws a Refusal when what was typed does not fit. */
export type ActOnCase = (turn: Turn, number: number, label: string, words: string) => Promise<Acted>;

export interface ActingParts {
  readonly store: Pick<CaseStore, 'find' | 'append'>;
  readonly telling: Telling;
  readonly calendar: WorkCalendar;
  readonly refuseBeyondLimit: RefuseBeyondLimit;
}

export function createActOnCase({ store, telling, calendar, refuseBeyondLimit }: ActingParts): ActOnCase {
  return async (turn, number, label, words) => {
    const stored = await store.find(number);
    if (stored === undefined || !maySee(stored.found, turn.member, turn.roster))
      return { outcome: 'unknown' };
    const { found } = stored;
    const state = stateOf(found);
    const allowed = allowedActions(found, state, turn.member, turn.roster);
    const wanted = allowed.find(({ action }) => action.label === label);
    if (wanted === undefined) return whyNot(found, state, allowed, label, turn);

    const { action, organisation } = wanted;
    const times = [action, ...(leaves(action) ? [state.step ?? {}] : [])];
    const from = times
      .flatMap((one) => earliestOf(one, state, calendar) ?? [])
      .find((day) => turn.today < day);
    if (from !== undefined) return { outcome: 'tooEarly', found, action, from };

    const read = readValues(words, fieldsOf(found.flow, action.records), {
      today: turn.today,
      calendar,
      known: state.values,
      never: found.flow.never,
      line: `${caseLine(found)} ${label}`,
    });
    // Of more than there may be, those begun last can only be ended.
    if (action.next.kind === 'step') await refuseBeyondLimit(found.flow, found.start, turn.roster, number);
    if (read.kind !== 'complete') return { outcome: 'open', open: read };
    const entry: CaseEntry = {
      at: { date: turn.today, minute: turn.minute },
      by: turn.member.person.userid,
      action: label,
      ...(organisation === undefined ? {} : { organisation }),
      values: read.values,
    };
    return { outcome: 'done', action, ...(await keep(turn, stored, action, entry)) };
  };

  async function keep(
    turn: Turn,
    stored: StoredCase,
    action: FlowAction,
    entry: CaseEntry,
  ): Promise<{ readonly found: Case; readonly told: Told }> {
    const found = { ...stored.found, entries: [...stored.found.entries, entry] };
    const row = rowOf(found, turn.roster, calendar, turn.today);
    store.append(turn.work, stored, entry, row);
    await telling.news(turn, found, action.tell);
    // Where it stays with the same people, they go on without being told so at every step.
    const before = stored.row?.places ?? [];
    const isHandedOn = row.state === 'open' && row.places.some((place) => !before.includes(place));
    return { found, told: isHandedOn ? await telling.waiting(turn, found) : { people: [], later: 0 } };
  }
}

/** Somebody may have been faster: what the member wants has been done, and they could have done it. */
function whyNot(
  found: Case,
  { step, last }: CaseState,
  allowed: readonly AllowedAction[],
  label: string,
  { member, roster }: Turn,
): Acted {
  if (last?.action === label) {
    const before = { ...found, entries: found.entries.slice(0, -1) };
    const couldHave = allowedActions(before, stateOf(before), member, roster);
    if (couldHave.some(({ action }) => action.label === label))
      return { outcome: 'already', found, entry: last };
  }
  return step === undefined ? { outcome: 'closed', found } : { outcome: 'notNow', found, allowed };
}

function leaves({ next }: FlowAction): boolean {
  return next.kind !== 'stay';
}
