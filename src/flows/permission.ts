import type { Actor, Flow, FlowAction } from '../library/flow.ts';
import type { Member, Roster } from '../roster/roster-view.ts';
import type { Case } from './case.ts';
import { actionsIn, type CaseState } from './case-state.ts';
import { ownPlaces } from './own-places.ts';
import { placeKey, placesOf } from './who-acts.ts';

/** What a member may do with a case now. */
export interface AllowedAction {
  readonly action: FlowAction;
  /** Of several organisations, the one it is done for. */
  readonly organisation?: string;
}

/** The actions of the step a case is in that this member may do; none when it is closed. */
export function allowedActions(
  found: Case,
  { step, done }: Pick<CaseState, 'step' | 'done'>,
  member: Member,
  roster: Roster,
): readonly AllowedAction[] {
  if (step === undefined) return [];
  return actionsIn(found.flow.anytime, step).flatMap((action) => {
    const actor = action.by ?? step.by;
    if (actor.kind === 'each') return forEachOwn(found, done, member, roster, action);
    return mayAct(actor, found, member, roster) ? [{ action }] : [];
  });
}

/**
 * Whether a member is the actor of a flow. What somebody began for an organisation, its other officers
 * may go on with: people go on leave.
 */
function mayAct(actor: Actor, { flow, start }: Case, member: Member, roster: Roster): boolean {
  const own = ownPlaces(member, roster);
  if (placesOf(actor, start, roster).some((place) => own.has(placeKey(place)))) return true;
  return actor.kind === 'starter' && flow.start.by !== '党员' && own.has(officersKey(start.from));
}

/**
 * Whether a case waits for a member: at the own name or office. Whoever may go on with what a colleague
 * began is not waited for.
 */
export function waitsFor(
  { start }: Case,
  { step, done }: Pick<CaseState, 'step' | 'done'>,
  member: Member,
  roster: Roster,
): boolean {
  if (step === undefined) return false;
  const own = ownPlaces(member, roster);
  return placesOf(step.by, start, roster, done).some((place) => own.has(placeKey(place)));
}

/**
 * Whether a member may know of a case: who began it or goes on with it, whom it is about, whoever has a
 * part in it by the flow, and who did something in it.
 */
export function maySee(found: Case, member: Member, roster: Roster): boolean {
  const { flow, start, entries } = found;
  const { userid } = member.person;
  if ([start.by, start.subject, ...entries.map(({ by }) => by)].includes(userid)) return true;
  const own = ownPlaces(member, roster);
  if (own.has(officersKey(start.from)) || own.has(officersKey(start.organisation))) return true;
  return actorsIn(flow).some((actor) => mayAct(actor, found, member, roster));
}

function forEachOwn(
  { start }: Case,
  done: ReadonlySet<string>,
  member: Member,
  roster: Roster,
  action: FlowAction,
): readonly AllowedAction[] {
  const own = ownPlaces(member, roster);
  const waiting = (start.addressees ?? []).filter((code) => !done.has(code));
  const mine = waiting.find((code) =>
    placesOf({ kind: 'each' }, { ...start, addressees: [code] }, roster).some((place) =>
      own.has(placeKey(place)),
    ),
  );
  return mine === undefined ? [] : [{ action, organisation: mine }];
}

function actorsIn({ steps, anytime }: Flow): readonly Actor[] {
  const inSteps = steps.flatMap(({ by, actions }) => [by, ...actions.flatMap((action) => action.by ?? [])]);
  return inSteps.concat(anytime.map(({ by }) => by));
}

function officersKey(organisation: string): string {
  return placeKey({ kind: 'officers', organisation });
}
