import { pathOf, type ContentFolder } from './content-folder.ts';
import { readCountingFile } from './hours-counting-file.ts';
import { readPresetFile, type PlacedPreset } from './hours-preset-file.ts';
import type { HoursCounting, HoursRules } from './hours-rules.ts';
import { looserTargets } from './hours-standard.ts';
import { inUseFile, loadPresetFiles, presetsFolder, type PresetSection } from './preset-files.ts';
import { adviceAt, errorAt, type Report } from './problem.ts';
import { pathsIn, valueOf } from './section-files.ts';

const countingFile = 'hours/counting.yaml';
const presets = pathOf('hours', presetsFolder);
const hoursFiles = {
  section: 'hours',
  known: [countingFile, pathOf('hours', inUseFile), presets],
  advice: '这里只放 counting.yaml、in-use.yaml 和文件夹 presets。',
};

/** `hours/`: what an event is worth, the presets, and which of them are in use here. */
export async function loadHoursSection(folder: ContentFolder, report: Report): Promise<HoursRules> {
  const paths = await pathsIn(hoursFiles, folder, report);
  const counting = paths.includes(countingFile)
    ? await valueOf(countingFile, readCountingFile, [], folder, report)
    : reportMissingCounting(report);
  const { all, inUse } = await loadPresetFiles(presetSection, folder, report);
  if (!all.some(({ preset }) => preset.scope === '全国')) {
    report(presets, [errorAt(1, '缺少 scope 是 全国 的一份，所以没有底线，学时不设目标。')]);
  }

  const holding = all.filter(({ preset }) => preset.scope === '全国' || inUse.includes(preset.id));
  adviseOnLooser(holding, report);
  return { counting, presets: holding.map(({ preset }) => preset) };
}

const presetSection: PresetSection<PlacedPreset> = {
  section: 'hours',
  read: readPresetFile,
  idOf: ({ preset }) => preset.id,
};

function reportMissingCounting(report: Report): readonly HoursCounting[] {
  report(countingFile, [errorAt(1, '缺少这个文件：它写一场活动记几学时。')]);
  return [];
}

/** Refused and said so, not silently: whoever wrote it counts on it. */
function adviseOnLooser(holding: readonly PlacedPreset[], report: Report): void {
  for (const { preset, role, hours, floor } of looserTargets(holding.map((placed) => placed.preset))) {
    const line = holding.find((placed) => placed.preset === preset)?.lineOfTarget(role) ?? 1;
    const what = `${role} ${hours} 学时低于全国的 ${floor}，没有采用，仍按 ${floor} 算。`;
    report(pathOf(presets, `${preset.id}.yaml`), [adviceAt(line, what)]);
  }
}
