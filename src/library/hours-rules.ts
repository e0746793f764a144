import type { LocalDate } from '../time/local-date.ts';

/** What `content/hours/` says: what an event is worth, and how many credit hours a year should have. */
export interface HoursRules {
  /** By their first day. */
  readonly counting: readonly HoursCounting[];
  /** Those that hold: the national ones always, the local ones that are in use. */
  readonly presets: readonly HoursPreset[];
}

/** For a deployment that does without. */
export const noHoursRules: HoursRules = { counting: [], presets: [] };

/** How hours are counted from a day on, until the next one takes over. */
export interface HoursCounting {
  readonly from: LocalDate;
  readonly source: string;
  readonly categories: readonly HoursCategory[];
}

export interface HoursCategory {
  /** One small letter, for ever: the ledger names the category by it, whatever it is called later. */
  readonly code: string;
  /** As people type it: 集中培训. */
  readonly name: string;
  /** Credit hours of one such unit of an event; a unit that is absent is not counted by. */
  readonly worth: Readonly<Partial<Record<HoursUnit, number>>>;
  /** More are not credited for one day. */
  readonly most: number;
  /** Whether it counts as 政治理论 unless the organiser says otherwise. */
  readonly theory: boolean;
}

/** `each`: one event, however long it was. */
export const hoursUnits = ['day', 'halfDay', 'hour', 'each'] as const;
export type HoursUnit = (typeof hoursUnits)[number];

export interface HoursPreset {
  /** The name of its file. */
  readonly id: string;
  readonly name: string;
  /** National ones are the floor: a local one may only be stricter. */
  readonly scope: '全国' | '地方';
  readonly source: string;
  readonly from: LocalDate;
  /** The last day. */
  readonly until?: LocalDate;
  /** Credit hours a calendar year. */
  readonly targets: Readonly<Partial<Record<TargetRole, number>>>;
  /** How much of all hours should be 政治理论, at least. */
  readonly theoryPercent?: number;
}

/** 班子 are 书记, 副书记 and 委员; each role is bound by what binds the earlier ones. */
export const targetRoles = ['党员', '班子', '书记'] as const;
export type TargetRole = (typeof targetRoles)[number];
