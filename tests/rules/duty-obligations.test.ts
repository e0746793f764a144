import { describe, expect, it } from 'vitest';
import { concerns } from '../../src/duties/condition.ts';
import { isMet, type Obligation } from '../../src/duties/obligation.ts';
import { obligationsIn, spokenOf, type OrganisationRecord } from '../../src/duties/obligations.ts';
import type { DutyRule, DutyRules } from '../../src/library/duty-rules.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { officersOf, responsibleOfficer } from '../../src/roster/officers.ts';
import { createRoster, type Roster } from '../../src/roster/roster-view.ts';
import type { Organisation, Person } from '../../src/roster/roster.ts';
import { parseLocalDate, type LocalDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

const { library } = await loadLibrary('content');
const calendar = createWorkCalendar(library.calendars);

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

const today = day('2026-11-20');
const quarter = { from: day('2026-10-01'), until: day('2026-12-31') };

const root: Organisation = { code: 'GW', name: '工委', kind: '工委' };
const committee: Organisation = { code: 'A', name: '机关党委', kind: '机关党委', parent: 'GW' };
const branch: Organisation = { code: 'A1', name: '一支部', kind: '党支部', parent: 'A' };
const group: Organisation = { code: 'A11', name: '第一党小组', kind: '党小组', parent: 'A1' };

let count = 0;
function person(changes: Partial<Person> = {}): Person {
  count += 1;
  return {
    userid: `u${count}`,
    name: `人${count}`,
    organisation: 'A1',
    posts: [],
    kind: '正式党员',
    tags: [],
    state: '在册',
    ...changes,
  };
}

function many(number: number, changes: Partial<Person> = {}): Person[] {
  return Array.from({ length: number }, () => person(changes));
}

function rosterOf(people: readonly Person[], changes: Partial<Organisation> = {}): Roster {
  const organisations = [root, committee, { ...branch, ...changes }, group];
  return createRoster({ organisations, people }, { version: 1, committeeUserids: [] });
}

function ruleOf(code: string): DutyRule {
  const rule = library.duties.rules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`there is no rule ${code}`);
  return rule;
}

function isAsked(code: string, people: readonly Person[], organisation = branch): boolean {
  return concerns(ruleOf(code), organisation, rosterOf(people));
}

const secretary = person({ posts: ['书记'] });

describe('a duty concerns', () => {
  it('only organisations of its scope', () => {
    expect(isAsked('memberAssembly', [])).toBe(true);
    expect(isAsked('memberAssembly', [], group)).toBe(false);
    expect(isAsked('groupMeeting', [], group)).toBe(true);
    expect(isAsked('cadreAssembly', [], committee)).toBe(true);
    expect(isAsked('workCommitteeReport', [], root)).toBe(true);
    // 党组 is served by what stands directly below 工委.
    expect([root, committee, branch].map((one) => isAsked('leaderLecture', [], one))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isAsked('duesPay', [])).toBe(false);
  });

  it('as 支委会 only a branch of seven 正式党员 that has a committee', () => {
    const member = person({ posts: ['委员'] });
    expect(isAsked('committeeMeeting', [member, ...many(6)])).toBe(true);
    expect(isAsked('committeeMeeting', [member, ...many(5), person({ kind: '预备党员' })])).toBe(false);
    expect(isAsked('committeeMeeting', many(8))).toBe(false);
    expect(isAsked('branchCommittee', many(7))).toBe(true);
    expect(isAsked('branchCommittee', many(6))).toBe(false);
    expect(isAsked('branchCommittee', [member, ...many(7)])).toBe(false);
    // Officers may be listed in one of the groups.
    expect(isAsked('branchCommittee', [person({ posts: ['委员'], organisation: 'A11' }), ...many(7)])).toBe(
      false,
    );
  });

  it('whoever is there: activists, 预备党员, people away, a tag', () => {
    expect(isAsked('activistReview', many(3))).toBe(false);
    expect(isAsked('activistReview', [person({ kind: '入党积极分子', organisation: 'A11' })])).toBe(true);
    expect(isAsked('probationReview', [person({ kind: '预备党员' })])).toBe(true);
    expect(isAsked('mobileContact', [person({ state: '流动' })])).toBe(true);
    expect(isAsked('mobileContact', [person({ state: '流动', kind: '群众' })])).toBe(false);
    expect(isAsked('overseasContact', many(3))).toBe(false);
    expect(isAsked('overseasContact', [person({ tags: ['出国'] })])).toBe(true);
    expect(isAsked('branchSecretaryReport', many(3))).toBe(false);
    expect(isAsked('branchSecretaryReport', [secretary])).toBe(true);
  });

  it('at the thresholds of 3, 50 and 100', () => {
    expect([2, 3].map((number) => isAsked('branchSize', many(number)))).toEqual([true, false]);
    expect(isAsked('branchSize', [...many(2), person({ kind: '预备党员' })])).toBe(true);
    expect([50, 51].map((number) => isAsked('branchTooLarge', many(number)))).toEqual([false, true]);
    const alone: Organisation = { code: 'B', name: '直属支部', kind: '党支部', parent: 'GW' };
    const asked = (code: string, number: number) => {
      const people = many(number, { organisation: 'B' });
      const roster = createRoster(
        { organisations: [root, alone], people },
        { version: 1, committeeUserids: [] },
      );
      return concerns(ruleOf(code), alone, roster);
    };
    expect([49, 50, 99, 100].map((number) => asked('generalBranchSize', number))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([99, 100].map((number) => asked('committeeSize', number))).toEqual([false, true]);
    // A branch below a committee is no department.
    expect(isAsked('generalBranchSize', many(60))).toBe(false);
  });
});

/** The obligations of one duty of the branch, as `anchor opens due`. */
function obligations(
  code: string,
  people: readonly Person[],
  {
    organisation = {},
    record = {},
    rules = library.duties,
    on = today,
  }: {
    readonly organisation?: Partial<Organisation>;
    readonly record?: Partial<OrganisationRecord>;
    readonly rules?: DutyRules;
    readonly on?: LocalDate;
  } = {},
): readonly Obligation[] {
  const roster = rosterOf(people, organisation);
  const all = spokenOf({ rules, roster, calendar, today: on, stretch: quarter })({
    organisation: { ...branch, ...organisation },
    knownSince: day('2020-01-01'),
    metOn: new Map(),
    arranged: [],
    noticeDays: new Map(),
    ...record,
  });
  return all.filter(({ duty }) => duty.rule.code === code);
}

function dates(found: readonly Obligation[]): string[] {
  return found.map(({ anchor, opens, due = '-' }) => `${anchor} ${opens} ${due}`);
}

describe('the clock of', () => {
  it('a term ends with the roster’s day, and is spoken of six months before', () => {
    const ends = (termUntil: string) =>
      dates(obligations('branchElection', [], { organisation: { termUntil: day(termUntil) } }));
    // A Sunday: due on the Friday before.
    expect(ends('2027-04-11')).toEqual(['2027-04-11 2026-10-11 2027-04-09']);
    expect(ends('2027-06-30')).toEqual(['2027-06-30 2026-12-30 2027-06-30']);
    expect(ends('2027-07-01')).toEqual([]);
    // Over for years, and still to be done.
    expect(ends('2024-04-11')).toHaveLength(1);
  });

  it('a term without an end follows from its beginning, also on 29 February', () => {
    const begins = (termFrom: string) =>
      dates(obligations('branchElection', [], { organisation: { termFrom: day(termFrom) } }));
    expect(begins('2024-04-12')).toEqual(['2027-04-11 2026-10-11 2027-04-09']);
    expect(begins('2024-02-29')).toEqual(['2027-02-27 2026-08-27 2027-02-26']);
    expect(dates(obligations('branchElection', []))).toEqual([]);
  });

  it('a term of zero years is simply over', () => {
    const term = { termFrom: day('2026-11-20'), termUntil: day('2026-11-20') };
    expect(dates(obligations('branchElection', [], { organisation: term }))).toEqual([
      '2026-11-20 2026-05-20 2026-11-20',
    ]);
  });

  it('a term ends with an election', () => {
    const organisation = { termUntil: day('2026-12-15') };
    const metOn = new Map([['branchElection', [day('2026-11-10')]]]);
    expect(obligations('branchElection', [], { organisation, record: { metOn } }).map(isMet)).toEqual([true]);
    const before = new Map([['branchElection', [day('2026-06-14')]]]);
    expect(obligations('branchElection', [], { organisation, record: { metOn: before } }).map(isMet)).toEqual(
      [false],
    );
  });

  it('a vacancy runs for three months by default, and without a number has no last day', () => {
    const record = { vacantSince: day('2026-11-30') };
    expect(dates(obligations('secretaryVacancy', [], { record }))).toEqual([
      '2026-11-30 2026-11-30 2027-02-26',
    ]);
    expect(dates(obligations('secretaryVacancy', [], { record, rules: national }))).toEqual([
      '2026-11-30 2026-11-30 -',
    ]);
    expect(obligations('secretaryVacancy', [secretary])).toEqual([]);
  });

  it('a new secretary’s training runs for six months by default, and not at all without a number', () => {
    const since = (inPostSince: string) => [person({ posts: ['书记'], inPostSince: day(inPostSince) })];
    // 28 February 2027 is a Sunday.
    expect(dates(obligations('newSecretaryTraining', since('2026-08-31')))).toEqual([
      '2026-08-31 2026-08-31 2027-02-26',
    ]);
    expect(obligations('newSecretaryTraining', since('2026-08-31'), { rules: national })).toEqual([]);
    const record = { metOn: new Map([['newSecretaryTraining', [day('2026-10-12')]]]) };
    expect(obligations('newSecretaryTraining', since('2026-08-31'), { record }).map(isMet)).toEqual([true]);
    // Due before the quarter: long ago, and perhaps before anybody kept records here.
    expect(obligations('newSecretaryTraining', since('2025-11-28'))).toEqual([]);
  });

  it('probation ends a year after the vote, and nothing before that day counts', () => {
    const joined = (...days: string[]) =>
      days.map((text) => person({ kind: '预备党员', joinedOn: day(text) }));
    expect(dates(obligations('probationEnd', joined('2025-12-20', '2025-12-20', '2026-03-20')))).toEqual([
      '2026-12-20 2026-11-20 2026-12-20',
    ]);
    // From 29 February to 28 February of the next year.
    expect(dates(obligations('probationEnd', joined('2024-02-29')))).toEqual([
      '2025-02-28 2025-01-29 2025-02-28',
    ]);
    const met = (date: string) =>
      obligations('probationEnd', joined('2025-11-10'), {
        record: { metOn: new Map([['probationEnd', [day(date)]]]) },
      }).map(isMet);
    expect(met('2026-11-09')).toEqual([false]);
    expect(met('2026-11-10')).toEqual([true]);
  });
});

const national: DutyRules = { ...library.duties, presets: [] };

describe('what is spoken of in a quarter', () => {
  const codes = (record: Partial<OrganisationRecord> = {}) => {
    const people = [secretary, ...many(3)];
    const all = spokenOf({ rules: national, roster: rosterOf(people), calendar, today, stretch: quarter })({
      organisation: branch,
      knownSince: day('2020-01-01'),
      metOn: new Map(),
      arranged: [],
      noticeDays: new Map(),
      ...record,
    });
    return all.map(({ duty, due = '-' }) => `${duty.rule.code} ${due}`);
  };

  it('is what falls due in it, and what its window opens for, by the last day', () => {
    expect(codes()).toEqual([
      'partyDay 2026-10-30',
      'partyDay 2026-11-30',
      'memberAssembly 2026-12-31',
      'partyDay 2026-12-31',
      'orgLifeMeeting 2027-03-31',
      'democraticAppraisal 2027-03-31',
      'heartTalk 2026-12-31',
      'branchSecretaryReport 2026-12-31',
      'secretaryTraining 2026-12-31',
      'memberTraining 2026-12-31',
      'duesPublish 2026-12-31',
    ]);
  });

  it('is not what was due before the service knew of the organisation', () => {
    expect(codes({ knownSince: day('2026-11-20') })).not.toContain('partyDay 2026-10-30');
    expect(codes({ knownSince: day('2026-10-30') })).toContain('partyDay 2026-10-30');
  });

  it('has the last day that a notice gives', () => {
    const noticeDays = new Map([['orgLifeMeeting 2026-01-01', day('2027-01-29')]]);
    expect(codes({ noticeDays })).toContain('orgLifeMeeting 2027-01-29');
  });

  it('knows the meeting that is called, and never twice for two terms', () => {
    const roster = rosterOf([secretary]);
    const of = obligationsIn({ rules: national, roster, calendar, today, stretch: quarter });
    const all = of({
      organisation: branch,
      knownSince: today,
      metOn: new Map(),
      arranged: [{ duty: 'partyDay', date: day('2026-11-28') }],
      noticeDays: new Map(),
    });
    const partyDays = all.filter(({ duty }) => duty.rule.code === 'partyDay');
    expect(partyDays.map(({ anchor, arranged }) => `${anchor} ${arranged ?? '-'}`)).toEqual([
      '2026-10-01 -',
      '2026-11-01 2026-11-28',
      '2026-12-01 -',
    ]);
  });
});

describe('the responsible officer', () => {
  const posts = (...held: Person['posts'][number][]) => person({ posts: held });

  it('is the 书记, else 副书记, else 委员, else whoever is responsible above', () => {
    const above = person({ posts: ['书记'], organisation: 'A' });
    const member = posts('委员');
    const deputy = posts('副书记');
    const first = posts('书记');
    const responsible = (...people: Person[]) => responsibleOfficer(rosterOf(people), branch)?.userid;
    expect(responsible(member, deputy, first, above)).toBe(first.userid);
    expect(responsible(member, deputy, above)).toBe(deputy.userid);
    expect(responsible(member, above)).toBe(member.userid);
    expect(responsible(person(), above)).toBe(above.userid);
    expect(responsible(person(), person({ posts: ['工委'], organisation: 'GW' }))).toBe(`u${count}`);
    expect(responsible(person())).toBeUndefined();
  });

  it('is nobody who is spared reminders', () => {
    const retired = person({ posts: ['书记'], state: '离退' });
    const above = person({ posts: ['副书记'], organisation: 'A' });
    expect(responsibleOfficer(rosterOf([retired, above]), branch)?.userid).toBe(above.userid);
  });

  it('of a 党小组 is its 小组长, else the branch’s', () => {
    const leader = person({ posts: ['小组长'], organisation: 'A11' });
    const first = posts('书记');
    expect(responsibleOfficer(rosterOf([first, leader]), group)?.userid).toBe(leader.userid);
    expect(responsibleOfficer(rosterOf([first]), group)?.userid).toBe(first.userid);
    // Who is listed in a group may lead the branch.
    const inGroup = person({ posts: ['书记'], organisation: 'A11' });
    expect(officersOf(rosterOf([inGroup, leader]), branch)).toEqual([inGroup]);
  });
});
