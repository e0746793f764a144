import { pathOf, type ContentFolder } from './content-folder.ts';
import type { HoursRules } from './hours-rules.ts';
import type { MeetingType } from './meeting-type.ts';
import { readMeetingTypesFile, type PlacedMeetingType } from './meeting-types-file.ts';
import { errorAt, type Report } from './problem.ts';

const typesFile = 'meetings/types.yaml';

/** `meetings/types.yaml`: the kinds of meeting there are, in the order of the file. */
export async function loadMeetingsSection(
  folder: ContentFolder,
  hours: HoursRules,
  report: Report,
): Promise<readonly MeetingType[]> {
  const listing = await folder.list('meetings');
  const names = [...(listing?.folders ?? []), ...(listing?.files ?? [])].map((name) =>
    pathOf('meetings', name),
  );
  for (const name of names.filter((one) => one !== typesFile)) {
    report(name, [errorAt(1, '这里只放 types.yaml。')]);
  }
  const text = names.includes(typesFile) ? await folder.read(typesFile) : undefined;
  if (text === undefined) return [];

  const { types, problems } = readMeetingTypesFile(text);
  report(typesFile, problems);
  const usable = withoutRepeats(types, report);
  reportUnknownHours(usable, hours, report);
  return usable.map(({ type }) => type);
}

/** Of two types that are called the same the first stays: a word that is typed can mean one only. */
function withoutRepeats(types: readonly PlacedMeetingType[], report: Report): readonly PlacedMeetingType[] {
  const taken = new Map<string, number>();
  return types.filter(({ type, lineOf }) => {
    const names = [type.code.toLowerCase(), type.name, ...type.aliases];
    const repeated = names.find((name) => taken.has(name));
    if (repeated !== undefined) {
      const what = `“${repeated}”已经用在第 ${taken.get(repeated)} 行的那一类，请换一个。`;
      report(typesFile, [errorAt(lineOf('code'), what)]);
      return false;
    }
    for (const name of names) taken.set(name, lineOf('code'));
    return true;
  });
}

/** The type stays of use; only its hours would be counted as nothing. */
function reportUnknownHours(
  types: readonly PlacedMeetingType[],
  { counting }: HoursRules,
  report: Report,
): void {
  const known = new Set(counting.flatMap(({ categories }) => categories.map(({ name }) => name)));
  for (const { type, lineOf } of types) {
    if (type.hours === undefined || known.has(type.hours)) continue;
    const what = `hours/counting.yaml 里没有“${type.hours}”这一类，可以写的有：${[...known].join('、')}。`;
    report(typesFile, [errorAt(lineOf('hours'), what)]);
  }
}
