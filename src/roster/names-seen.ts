import type { Member, Roster } from './roster-view.ts';
import type { Person } from './roster.ts';

/**
 * Whose names an officer is shown: those of the own branch (dialogues, rule 4; domain §11.4). Officers of a
 * 机关党委 or 党总支 and the 工委 see, remind and export the organisations below them in figures; what they do
 * to one person they do by the name they write. The roster file is the 工委's own list and has all names.
 */
export function seesNameOf(roster: Roster, { branch }: Member, { organisation }: Person): boolean {
  return roster.branchOf(organisation)?.code === branch.code;
}

/** Whether that is everybody whom the officer answers for. */
export function seesAllNames(roster: Roster, member: Member): boolean {
  return roster.scopeOf(member).every(({ code }) => roster.branchOf(code)?.code === member.branch.code);
}
