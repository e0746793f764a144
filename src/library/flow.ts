/**
 * How one kind of case goes, as a file in `content/flows/` says it: a task, a request, the admission of
 * a member. Steps follow each other by what people do; everything here is data, so that another kind of
 * case is another file.
 */
export interface Flow {
  /** For ever; cases remember it. */
  readonly id: string;
  /** What one such case is called: 任务, 请示. */
  readonly name: string;
  /** Own command words that start one: 交办. */
  readonly words: readonly string[];
  readonly summary: string;
  /** A whole line that starts one. */
  readonly example: string;
  /** Tasks are listed by 任务, too. */
  readonly kind: 'task' | 'case';
  /** Whether a command word alone shows what the member began, instead of asking for what is missing. */
  readonly listed: boolean;
  readonly start: FlowStart;
  readonly fields: readonly FlowField[];
  /** A case begins in the first one. */
  readonly steps: readonly FlowStep[];
  readonly anytime: readonly AnytimeAction[];
  /** Words that no text of such a case may hold, beside what is never stored anywhere. */
  readonly never: readonly string[];
  /** How many months a case is kept after its end. */
  readonly keepMonths: number;
}

/** Who may begin a case, about whom, and what is recorded then. */
export interface FlowStart {
  readonly by: StarterRole;
  readonly about: CaseSubject;
  /** Of persons, which it may be about; absent for all. */
  readonly only?: readonly SubjectKind[];
  /** Labels of fields, in the order in which they are typed. */
  readonly records: readonly string[];
  /** Whether it is shown first and begins only after 确认. */
  readonly preview: boolean;
  /** How many there may be; absent for any number. */
  readonly limit?: FlowLimit;
}

/** How many cases begun in a year may be about one organisation, or its people. */
export interface FlowLimit {
  readonly atMost: number;
  /** Labels of actions: cases that ended with them are not counted. */
  readonly notCounted: readonly string[];
}

/** The least role, in the words of the roster. */
export const starterRoles = ['党员', '小组长', '书记', '工委'] as const;
export type StarterRole = (typeof starterRoles)[number];

/**
 * Whom a case is about, as it is named when it begins: a person or an organisation among the starter's
 * own, several organisations at once, or without naming anybody the starter's own organisation.
 */
export const caseSubjects = ['人', '组织', '各组织', '本组织'] as const;
export type CaseSubject = (typeof caseSubjects)[number];

/** What a person is, in the words of the roster. */
export const subjectKinds = ['正式党员', '预备党员', '入党积极分子', '群众'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Something that is recorded with an action. What is typed is one word, only texts take more. */
export type FlowField = {
  /** What it is called, for people and in time rules. */
  readonly label: string;
  readonly optional: boolean;
} & FieldForm;

export type FieldForm =
  | { readonly kind: 'text'; readonly most: number }
  /** `past`: when something was done; `future`: until when it shall be; `any`. */
  | {
      readonly kind: 'date';
      readonly when: 'past' | 'future' | 'any';
      /** Need not be typed where the roster has it: `termEnd` is the end of the organisation's term. */
      readonly known?: 'termEnd';
      /** The first and the last day it may be, counted from other fields. */
      readonly between?: { readonly from: TimeRule; readonly until: TimeRule };
    }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** A calendar year: this one, one of the last five, or the next. */
  | { readonly kind: 'year' }
  /** With at most one decimal. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  /** How many people, votes, things. */
  | { readonly kind: 'count'; readonly least: number; readonly most: number };

/** What a case can wait for, and who does it. */
export interface FlowStep {
  readonly name: string;
  /** A stage of several steps, for long flows. */
  readonly stage?: string;
  readonly by: Actor;
  /** What is asked, in a short sentence. */
  readonly ask?: string;
  /** Rule and article, or that it is a default that may be changed. */
  readonly source?: string;
  readonly due?: TimeRule;
  /** Nobody can leave the step before. */
  readonly notBefore?: TimeRule;
  /** Days before the deadline on which who acts is reminded. */
  readonly remind: readonly number[];
  /** How long after the deadline somebody is told. */
  readonly overdue: readonly OverdueRule[];
  readonly actions: readonly FlowAction[];
  /** A way round, which does not count among the steps of a long flow. */
  readonly aside: boolean;
}

export interface OverdueRule {
  readonly after: Duration;
  readonly to: Actor;
}

/** One thing that can be done in a step. */
export interface FlowAction {
  /** A verb of two to four characters; also the button. */
  readonly label: string;
  /** Who, when it is not who acts in the step. */
  readonly by?: Actor;
  /** It cannot be done before: a right of the others that has its time. */
  readonly notBefore?: TimeRule;
  readonly records: readonly string[];
  readonly next: NextStep;
  /** Who is told besides whoever acts next. */
  readonly tell: readonly Actor[];
}

export type NextStep =
  | { readonly kind: 'step'; readonly name: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'stay' };

/** Something that can be done in several steps, or in all. */
export interface AnytimeAction extends FlowAction {
  readonly by: Actor;
  /** In these steps only; empty for all. */
  readonly in: readonly string[];
  /** Is asked for again and again. */
  readonly every?: Duration;
  /** The field with the day from which `every` counts. */
  readonly from?: string;
}

/** Who acts; who that is by name, the roster says when it matters. */
export type Actor =
  | { readonly kind: ActorKind }
  /** One person, by account. */
  | { readonly kind: 'account'; readonly userid: string };

/**
 * `starter` and `subject` are persons; `organisation` is the case's own, `each` every one of several;
 * `superior` the one above, `partyCommittee` the nearest 机关党委 above, `workCommittee` 工委.
 */
export const actorKinds = [
  'starter',
  'subject',
  'organisation',
  'each',
  'superior',
  'partyCommittee',
  'workCommittee',
] as const;
export type ActorKind = (typeof actorKinds)[number];

/** A day: what a field says, or the beginning of the step, plus a stretch of time. */
export interface TimeRule {
  /** The label of a date field; absent for the day on which the step began. */
  readonly field?: string;
  /** The field that counts as long as nothing was recorded in the first one. */
  readonly otherwise?: string;
  readonly plus: Duration;
}

export interface Duration {
  /** Not negative. */
  readonly count: number;
  readonly unit: 'day' | 'workday' | 'month';
}
