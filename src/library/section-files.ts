import { pathOf, type ContentFolder } from './content-folder.ts';
import { errorAt, type Checked, type Report } from './problem.ts';

/** What may lie in a section's folder. */
export interface SectionFiles {
  /** The folder: `sending`. */
  readonly section: string;
  /** Paths of files and folders in it. */
  readonly known: readonly string[];
  /** The same for whoever put something else there: 这里只放 limits.yaml。 */
  readonly advice: string;
}

/** The paths that lie in a section's folder; those that are not known are reported. */
export async function pathsIn(
  { section, known, advice }: SectionFiles,
  folder: ContentFolder,
  report: Report,
): Promise<readonly string[]> {
  const { folders = [], files = [] } = (await folder.list(section)) ?? {};
  const paths = [...folders, ...files].map((name) => pathOf(section, name));
  for (const path of paths.filter((one) => !known.includes(one))) report(path, [errorAt(1, advice)]);
  return paths;
}

/** What a file says; `usual` when it cannot be read or says it wrongly, which is reported. */
export async function valueOf<Value, Usual>(
  path: string,
  read: (text: string) => Checked<Value>,
  usual: Usual,
  folder: ContentFolder,
  report: Report,
): Promise<Value | Usual> {
  const text = await folder.read(path);
  if (text === undefined) return usual;
  const checked = read(text);
  if (checked.problems === undefined) return checked.value;
  report(path, checked.problems);
  return usual;
}
