import { localDate } from '../time/local-date.ts';
import { targetRoles, type HoursPreset, type TargetRole } from './hours-rules.ts';

/** What holds in one calendar year. */
export interface HoursStandard {
  readonly year: number;
  /** Credit hours a year; 0 where nothing is asked. */
  readonly targets: Readonly<Record<TargetRole, number>>;
  readonly theoryPercent: number | undefined;
}

/**
 * The strictest of all presets that are in force on the last day of the year: hours are counted by the
 * year, so that a rule that comes during a year concerns all of it (domain §1.5: "the stricter of
 * national and preset").
 */
export function hoursStandard(presets: readonly HoursPreset[], year: number): HoursStandard {
  const lastDay = localDate(year, 12, 31);
  const inForce = presets.filter(
    ({ from, until }) => from <= lastDay && (until === undefined || until >= lastDay),
  );
  const percents = inForce.flatMap(({ theoryPercent }) => theoryPercent ?? []);
  return {
    year,
    targets: {
      党员: strictest(inForce, '党员'),
      班子: strictest(inForce, '班子'),
      书记: strictest(inForce, '书记'),
    },
    theoryPercent: percents.length === 0 ? undefined : Math.max(...percents),
  };
}

/** A target of a local preset that is below the national floor, so that it is not used. */
export interface LooserTarget {
  readonly preset: HoursPreset;
  readonly role: TargetRole;
  readonly hours: number;
  readonly floor: number;
}

/** The operator is warned of these (domain §1.5). Case: the 24 hours of 2020 below the 32 of today (§5). */
export function looserTargets(presets: readonly HoursPreset[]): readonly LooserTarget[] {
  const national = presets.filter(({ scope }) => scope === '全国');
  return presets.flatMap((preset) =>
    targetRoles.flatMap((role) => {
      const hours = preset.targets[role];
      const floor = strictest(
        national.filter((other) => overlaps(preset, other)),
        role,
      );
      return hours !== undefined && hours < floor && preset.scope === '地方'
        ? [{ preset, role, hours, floor }]
        : [];
    }),
  );
}

/** What binds a role: its own targets, and those of the roles before it. */
function strictest(presets: readonly HoursPreset[], role: TargetRole): number {
  const binding = targetRoles.slice(0, targetRoles.indexOf(role) + 1);
  return Math.max(0, ...presets.flatMap(({ targets }) => binding.map((one) => targets[one] ?? 0)));
}

function overlaps(one: HoursPreset, other: HoursPreset): boolean {
  return (
    (one.until === undefined || other.from <= one.until) &&
    (other.until === undefined || one.from <= other.until)
  );
}
