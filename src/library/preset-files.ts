import { pathOf, type ContentFolder } from './content-folder.ts';
import { readInUseFile } from './in-use-file.ts';
import { errorAt, type Checked, type Report } from './problem.ts';

/** The presets of a section, `<section>/presets/<id>.yaml`, and those of them that `in-use.yaml` names. */
export interface PresetFiles<Placed> {
  readonly all: readonly Placed[];
  /** Ids, in the order of the list. */
  readonly inUse: readonly string[];
}

export interface PresetSection<Placed> {
  /** Such as `hours`. */
  readonly section: string;
  read(text: string, id: string): Checked<Placed>;
  idOf(placed: Placed): string;
}

/** A preset that is wrong is left out and reported; the others are used. */
export async function loadPresetFiles<Placed>(
  { section, read, idOf }: PresetSection<Placed>,
  folder: ContentFolder,
  report: Report,
): Promise<PresetFiles<Placed>> {
  const presets = pathOf(section, presetsFolder);
  const { folders = [], files = [] } = (await folder.list(section)) ?? {};
  const listing = folders.includes(presetsFolder) ? await folder.list(presets) : undefined;
  for (const name of listing?.folders ?? []) {
    report(pathOf(presets, name), [errorAt(1, '这里不分文件夹，请把文件移上来。')]);
  }
  const loaded = await Promise.all(
    (listing?.files ?? []).map((name) => loadPreset(pathOf(presets, name), name)),
  );
  const all = loaded.filter((placed) => placed !== undefined);
  return { all, inUse: files.includes(inUseFile) ? await loadInUse(all.map(idOf)) : [] };

  async function loadPreset(path: string, name: string): Promise<Placed | undefined> {
    const id = /^([^\s.]+)\.yaml$/u.exec(name)?.[1];
    if (id === undefined) {
      report(path, [errorAt(1, '文件名要以 .yaml 结尾，中间没有空格，例如：danyang2020.yaml')]);
      return undefined;
    }
    const text = await folder.read(path);
    if (text === undefined) return undefined;
    const preset = read(text, id);
    if (preset.problems === undefined) return preset.value;
    report(path, preset.problems);
    return undefined;
  }

  async function loadInUse(known: readonly string[]): Promise<readonly string[]> {
    const path = pathOf(section, inUseFile);
    const text = await folder.read(path);
    if (text === undefined) return [];
    const { ids, problems } = readInUseFile(text, known);
    report(path, problems);
    return ids;
  }
}

export const presetsFolder = 'presets';
export const inUseFile = 'in-use.yaml';
