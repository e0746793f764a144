import { pathOf, type ContentFolder } from './content-folder.ts';
import { readCountingFile } from './hours-counting-file.ts';
import { readInUseFile } from './hours-in-use-file.ts';
import { readPresetFile, type PlacedPreset } from './hours-preset-file.ts';
import type { HoursCounting, HoursRules } from './hours-rules.ts';
import { looserTargets } from './hours-standard.ts';
import { adviceAt, errorAt, type Report } from './problem.ts';

const countingFile = 'hours/counting.yaml';
const inUseFile = 'hours/in-use.yaml';
const presetsFolder = 'hours/presets';

/** `hours/`: what an event is worth, the presets, and which of them are in use here. */
export async function loadHoursSection(folder: ContentFolder, report: Report): Promise<HoursRules> {
  const listing = await folder.list('hours');
  const names = [...(listing?.folders ?? []), ...(listing?.files ?? [])].map((name) => pathOf('hours', name));
  for (const name of names.filter((one) => ![countingFile, inUseFile, presetsFolder].includes(one))) {
    report(name, [errorAt(1, '这里只放 counting.yaml、in-use.yaml 和文件夹 presets。')]);
  }
  const has = (name: string): boolean => names.includes(name);

  const counting = has(countingFile) ? await loadCounting(folder, report) : undefined;
  if (!has(countingFile)) report(countingFile, [errorAt(1, '缺少这个文件：它写一场活动记几学时。')]);
  const presets = has(presetsFolder) ? await loadPresets(folder, report) : [];
  if (!presets.some(({ preset }) => preset.scope === '全国')) {
    report(presetsFolder, [errorAt(1, '缺少 scope 是 全国 的一份，所以没有底线，学时不设目标。')]);
  }
  const inUse = has(inUseFile) ? await loadInUse(presets, folder, report) : [];

  const holding = presets.filter(({ preset }) => preset.scope === '全国' || inUse.includes(preset.id));
  adviseOnLooser(holding, report);
  return { counting: counting ?? [], presets: holding.map(({ preset }) => preset) };
}

async function loadCounting(
  folder: ContentFolder,
  report: Report,
): Promise<readonly HoursCounting[] | undefined> {
  const text = await folder.read(countingFile);
  if (text === undefined) return undefined;
  const counting = readCountingFile(text);
  if (counting.problems === undefined) return counting.value;
  report(countingFile, counting.problems);
  return undefined;
}

async function loadPresets(folder: ContentFolder, report: Report): Promise<readonly PlacedPreset[]> {
  const listing = await folder.list(presetsFolder);
  for (const name of listing?.folders ?? []) {
    report(pathOf(presetsFolder, name), [errorAt(1, '这里不分文件夹，请把文件移上来。')]);
  }
  const read = await Promise.all(
    (listing?.files ?? []).map((name) => loadPreset(pathOf(presetsFolder, name), name, folder, report)),
  );
  return read.filter((preset) => preset !== undefined);
}

async function loadPreset(
  path: string,
  name: string,
  folder: ContentFolder,
  report: Report,
): Promise<PlacedPreset | undefined> {
  const id = /^([^\s.]+)\.yaml$/u.exec(name)?.[1];
  if (id === undefined) {
    report(path, [errorAt(1, '文件名要以 .yaml 结尾，中间没有空格，例如：danyang2020.yaml')]);
    return undefined;
  }
  const text = await folder.read(path);
  if (text === undefined) return undefined;
  const preset = readPresetFile(text, id);
  if (preset.problems === undefined) return preset.value;
  report(path, preset.problems);
  return undefined;
}

async function loadInUse(
  presets: readonly PlacedPreset[],
  folder: ContentFolder,
  report: Report,
): Promise<readonly string[]> {
  const text = await folder.read(inUseFile);
  if (text === undefined) return [];
  const { ids, problems } = readInUseFile(
    text,
    presets.map(({ preset }) => preset.id),
  );
  report(inUseFile, problems);
  return ids;
}

/** Refused and said so, not silently: whoever wrote it counts on it. */
function adviseOnLooser(holding: readonly PlacedPreset[], report: Report): void {
  for (const { preset, role, hours, floor } of looserTargets(holding.map((placed) => placed.preset))) {
    const line = holding.find((placed) => placed.preset === preset)?.lineOfTarget(role) ?? 1;
    const what = `${role} ${hours} 学时低于全国的 ${floor}，没有采用，仍按 ${floor} 算。`;
    report(pathOf(presetsFolder, `${preset.id}.yaml`), [adviceAt(line, what)]);
  }
}
