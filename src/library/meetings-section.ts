import { closest } from 'fastest-levenshtein';
import { readCheckInFile } from './check-in-file.ts';
import { usualCheckIn, type CheckInRules } from './check-in-rules.ts';
import type { ContentFolder } from './content-folder.ts';
import type { DutyRules } from './duty-rules.ts';
import type { HoursRules } from './hours-rules.ts';
import type { MeetingType } from './meeting-type.ts';
import { readMeetingTypesFile, type PlacedMeetingType } from './meeting-types-file.ts';
import { errorAt, type Report } from './problem.ts';
import { pathsIn, valueOf } from './section-files.ts';

const typesFile = 'meetings/types.yaml';
const checkInFile = 'meetings/check-in.yaml';
const meetingsFiles = {
  section: 'meetings',
  known: [typesFile, checkInFile],
  advice: '这里只放 types.yaml 和 check-in.yaml。',
};

/** What `content/meetings/` says. */
export interface MeetingsSection {
  /** In the order of the file. */
  readonly meetingTypes: readonly MeetingType[];
  readonly checkIn: CheckInRules;
}

/** What meetings refer to. */
export interface MeetingLinks {
  readonly hours: HoursRules;
  readonly duties: DutyRules;
}

/** For a deployment that does without. */
export const noMeetings: MeetingsSection = { meetingTypes: [], checkIn: usualCheckIn };

/** `meetings/`: the kinds of meeting there are, and how people sign in at them. */
export async function loadMeetingsSection(
  folder: ContentFolder,
  { hours, duties }: MeetingLinks,
  report: Report,
): Promise<MeetingsSection> {
  const paths = await pathsIn(meetingsFiles, folder, report);
  return {
    meetingTypes: paths.includes(typesFile) ? await loadTypes(folder, { hours, duties }, report) : [],
    checkIn: paths.includes(checkInFile)
      ? await valueOf(checkInFile, readCheckInFile, usualCheckIn, folder, report)
      : usualCheckIn,
  };
}

async function loadTypes(
  folder: ContentFolder,
  { hours, duties }: MeetingLinks,
  report: Report,
): Promise<readonly MeetingType[]> {
  const text = await folder.read(typesFile);
  if (text === undefined) return [];
  const { types, problems } = readMeetingTypesFile(text);
  report(typesFile, problems);
  const usable = withoutRepeats(types, report);
  reportUnknownHours(usable, hours, report);
  reportUnknownDuties(usable, duties, report);
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

/** The type stays of use; only holding such a meeting would meet nothing. */
function reportUnknownDuties(
  types: readonly PlacedMeetingType[],
  { rules }: DutyRules,
  report: Report,
): void {
  const codes = rules.map(({ code }) => code);
  // A deployment may well do without duties.
  if (codes.length === 0) return;
  for (const { type, lineOf } of types) {
    if (type.duty === undefined || codes.includes(type.duty)) continue;
    const what = `duties 里没有代号是 ${type.duty} 的义务，是不是 ${closest(type.duty, codes)}？`;
    report(typesFile, [errorAt(lineOf('duty'), what)]);
  }
}
