import { closest } from 'fastest-levenshtein';
import { pathOf, type ContentFolder } from './content-folder.ts';
import { readDutyPresetFile, type PlacedDutyPreset } from './duty-preset-file.ts';
import { presetsInUse } from './duty-presets-in-use.ts';
import { readRuleFile, type PlacedRule } from './duty-rule-file.ts';
import type { DutyRules } from './duty-rules.ts';
import { looserChanges, overlaps } from './duty-standard.ts';
import { looserWords } from './duty-words.ts';
import { inUseFile, loadPresetFiles, presetsFolder, type PresetSection } from './preset-files.ts';
import { adviceAt, errorAt, type Report } from './problem.ts';

/** `duties/`: the rule library, the presets, and which of them are in use here. */
export async function loadDutySection(folder: ContentFolder, report: Report): Promise<DutyRules> {
  const { folders = [], files = [] } = (await folder.list('duties')) ?? {};
  for (const name of folders.filter((one) => one !== presetsFolder)) {
    report(pathOf('duties', name), [errorAt(1, '这里只有一个文件夹 presets，规则的文件请移上来。')]);
  }
  const ruleFiles = await Promise.all(
    files
      .filter((name) => name !== inUseFile)
      .map((name) => loadRules(pathOf('duties', name), folder, report)),
  );
  const placed = withoutRepeats(ruleFiles.flat(), report);
  const rules = placed.map(({ rule }) => rule);

  const loaded = await loadPresetFiles(presetSection, folder, report);
  const presets = loaded.all.map((preset) =>
    withKnownCodes(
      preset,
      rules.map(({ code }) => code),
      report,
    ),
  );
  const inUse = presetsInUse(presets, loaded.inUse, (preset, what) => {
    report(fileOf(preset), [errorAt(preset.lineOfBasedOn(), what)]);
  });
  const dutyRules = { rules, presets: inUse.map(({ preset }) => preset) };
  adviseOnLooser(dutyRules, inUse, report);
  return dutyRules;
}

const presetSection: PresetSection<PlacedDutyPreset> = {
  section: 'duties',
  read: readDutyPresetFile,
  idOf: ({ preset }) => preset.id,
};

async function loadRules(
  path: string,
  folder: ContentFolder,
  report: Report,
): Promise<readonly PlacedRule[]> {
  if (!path.endsWith('.yaml')) {
    report(path, [errorAt(1, '文件名要以 .yaml 结尾，例如：01-党支部.yaml')]);
    return [];
  }
  const text = await folder.read(path);
  if (text === undefined) return [];
  const { rules, problems } = readRuleFile(text, path);
  report(path, problems);
  return rules;
}

/** One code may stand twice for different days only: what was met is kept under the code. */
function withoutRepeats(placed: readonly PlacedRule[], report: Report): readonly PlacedRule[] {
  return placed.filter((one, index) => {
    const first = placed
      .slice(0, index)
      .find(({ rule }) => rule.code === one.rule.code && overlaps(rule, one.rule));
    if (first === undefined) return true;
    const what = `${one.rule.code} 已经写在 ${first.file} 第 ${first.line} 行，有效的日子重叠。改了规定，先给旧的写上 until。`;
    report(one.file, [errorAt(one.line, what)]);
    return false;
  });
}

/** Changes of duties that do not exist are left out, each with the code that was probably meant. */
function withKnownCodes(
  placed: PlacedDutyPreset,
  codes: readonly string[],
  report: Report,
): PlacedDutyPreset {
  const { preset } = placed;
  for (const { code } of preset.changes.filter((change) => !codes.includes(change.code))) {
    const hint = codes.length === 0 ? '' : `是不是 ${closest(code, [...codes])}？`;
    report(fileOf(placed), [errorAt(placed.lineOfChange(code), `没有代号是 ${code} 的义务，${hint}`)]);
  }
  const changes = preset.changes.filter(({ code }) => codes.includes(code));
  return { ...placed, preset: { ...preset, changes } };
}

/** Refused and said so, not silently: whoever wrote it counts on it. */
function adviseOnLooser(rules: DutyRules, inUse: readonly PlacedDutyPreset[], report: Report): void {
  for (const looser of looserChanges(rules)) {
    const placed = inUse.find(({ preset }) => preset === looser.preset);
    if (placed === undefined) continue;
    const line = placed.lineOfChange(looser.change.code);
    report(fileOf(placed), [adviceAt(line, `${looserWords(looser)}。`)]);
  }
}

function fileOf({ preset }: PlacedDutyPreset): string {
  return `${pathOf('duties', presetsFolder)}/${preset.id}.yaml`;
}
