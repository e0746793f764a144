import type { Checked } from './problem.ts';
import { targetRoles, type HoursPreset, type TargetRole } from './hours-rules.ts';
import { presetValues, targetValues } from './hours-values.ts';
import { partOf, readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

export interface PlacedPreset {
  readonly preset: HoursPreset;
  /** Where a target stands. */
  lineOfTarget(role: TargetRole): number;
}

/** Reads `hours/presets/<id>.yaml`. */
export function readPresetFile(text: string, id: string): Checked<PlacedPreset> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return source;
  const values = validateYaml(presetValues, source.value);
  if (values.problems !== undefined) return values;
  const { targets: typed, until, theoryPercent, ...rest } = values.value;
  const targets = validateYaml(targetValues, partOf(source.value, ['targets'], typed));
  if (targets.problems !== undefined) return targets;

  const given = targetRoles.flatMap((role) => {
    const hours = targets.value[role];
    return hours === undefined ? [] : [[role, hours] as const];
  });
  return {
    value: {
      preset: {
        id,
        ...rest,
        ...(until === undefined ? {} : { until }),
        targets: Object.fromEntries(given),
        ...(theoryPercent === undefined ? {} : { theoryPercent }),
      },
      lineOfTarget: (role) => source.value.lineOf(['targets', role]),
    },
  };
}
