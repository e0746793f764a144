import type { LocalDate } from '../time/local-date.ts';
import type { DayRange, YearlyDay } from './day-range.ts';
import type { DutyCondition } from './duty-condition.ts';
import type { DutyPace } from './duty-pace.ts';

/** What `content/duties/` says: the rule library, and the presets of one place that are in use here. */
export interface DutyRules {
  /** In the order of the files. A code may stand several times, for days that do not overlap. */
  readonly rules: readonly DutyRule[];
  /** The ones in use, and those they are based on. */
  readonly presets: readonly DutyPreset[];
}

/** For a deployment that does without. */
export const noDutyRules: DutyRules = { rules: [], presets: [] };

/** One duty, as its rule puts it. */
export interface DutyRule extends DutyNumbers {
  /** For ever: what was met is kept under it. */
  readonly code: string;
  readonly title: string;
  /** Other words for it, to type and to find it by. */
  readonly also: readonly string[];
  /** A local rule holds only where a preset in use names it. */
  readonly basis: '全国' | '地方';
  readonly scope: readonly DutyScope[];
  /** Whom of those it concerns: those of whom all of this is true. */
  readonly only: readonly DutyCondition[];
  readonly strength: DutyStrength;
  /** What runs instead of a calendar period. */
  readonly clock?: DutyClock;
  /** The usual days within the period, or running into the next year. */
  readonly window?: DayRange;
  /** The yearly notice decides; this is the end of the days it usually gives. */
  readonly notice?: YearlyDay;
  readonly record: DutyRecord;
  /** What is to be kept as evidence, in a few words. */
  readonly keep?: string;
  /** What the rule says, in short and in our own words. */
  readonly says: string;
  /** Rule and article. */
  readonly source: string;
  readonly from: LocalDate;
  /** The last day. */
  readonly until?: LocalDate;
}

/** What a preset may change. */
export interface DutyNumbers {
  /** Absent where the rule gives no number: then nothing falls due. */
  readonly pace?: DutyPace;
  /** How long before the end of a term it is spoken of. */
  readonly aheadMonths?: number;
  /** How long a clock allows, from the day it starts. */
  readonly withinMonths?: number;
  /** For terms of which the roster gives only the first day. */
  readonly termYears?: number;
}

/**
 * Who has the duty. 党组 is no organisation of the roster: its duties are kept by the organisation directly
 * below 工委, which serves it. What has the scope 党员 is the member's own and is only explained.
 */
export const dutyScopes = ['党支部', '党小组', '机关党委', '党总支', '党组', '工委', '党员'] as const;
export type DutyScope = (typeof dutyScopes)[number];

/** The word of the rule itself; 惯例 has no rule. */
export const dutyStrengths = ['应当', '至少', '一般', '定期', '及时', '惯例'] as const;
export type DutyStrength = (typeof dutyStrengths)[number];

/**
 * What a clock runs from: a date of the roster, or the day the service first saw an organisation without
 * 书记. 现状 has no day: it is open for as long as the conditions are true.
 */
export const dutyClocks = ['届期', '书记空缺', '新任书记', '预备期', '现状'] as const;
export type DutyClock = (typeof dutyClocks)[number];

/** How it becomes known that a duty was met; 登记 by hand is always possible but for 学时 and 名册. */
export const dutyRecords = ['开会', '登记', '测试', '培训', '学时', '名册'] as const;
export type DutyRecord = (typeof dutyRecords)[number];

/** The numbers of one place. */
export interface DutyPreset {
  /** The name of its file. */
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly from: LocalDate;
  /** The last day. */
  readonly until?: LocalDate;
  /** Presets that hold wherever this one is in use. */
  readonly basedOn: readonly string[];
  readonly changes: readonly DutyChange[];
}

export interface DutyChange extends DutyNumbers {
  readonly code: string;
  readonly strength?: DutyStrength;
  /** What this place says besides. */
  readonly says?: string;
  /** Where it stands, when another document than the preset's. */
  readonly source?: string;
}
