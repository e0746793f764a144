import { numbersOf, withoutAbsent } from './duty-rule-file.ts';
import type { DutyChange, DutyPreset } from './duty-rules.ts';
import { changeValues, dutyPresetValues } from './duty-values.ts';
import { errorAt, type Checked, type ProblemInFile } from './problem.ts';
import { partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

export interface PlacedDutyPreset {
  readonly preset: DutyPreset;
  lineOfBasedOn(): number;
  /** Where the change of this code stands. */
  lineOfChange(code: string): number;
}

/** Reads `duties/presets/<id>.yaml`. One wrong change is enough to use none of it: half a document would mislead. */
export function readDutyPresetFile(text: string, id: string): Checked<PlacedDutyPreset> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return source;
  const values = validateYaml(dutyPresetValues, source.value);
  if (values.problems !== undefined) return values;

  const { duties, ...rest } = values.value;
  const changes: DutyChange[] = [];
  const problems: ProblemInFile[] = [];
  for (const [code, value] of Object.entries(duties)) {
    const change = readChange(code, partOf(source.value, ['duties', code], value));
    if (change.problems === undefined) changes.push(change.value);
    else problems.push(...change.problems);
  }
  if (rest.until !== undefined && rest.until < rest.from) {
    problems.push(
      errorAt(source.value.lineOf(['until']), 'until（最后一天）比 from（第一天）还早，请核对。'),
    );
  }
  if (problems.length > 0) return { problems };
  return {
    value: {
      preset: { id, ...withoutAbsent(rest), changes },
      lineOfBasedOn: () => source.value.lineOf(['basedOn']),
      lineOfChange: (code) => source.value.lineOfKey(['duties'], code),
    },
  };
}

function readChange(code: string, source: YamlSource): Checked<DutyChange> {
  const values = validateYaml(changeValues, source);
  if (values.problems !== undefined) return values;
  const { every, times, aheadMonths, withinMonths, termYears, ...rest } = values.value;
  if (times !== undefined && every === undefined) {
    return { problems: [errorAt(source.lineOf(['times']), 'times 和 every 一起写，例如：every: 年')] };
  }
  return {
    value: {
      code,
      ...numbersOf({ every, times, aheadMonths, withinMonths, termYears }),
      ...withoutAbsent(rest),
    },
  };
}
