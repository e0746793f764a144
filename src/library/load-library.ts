import { loadCalendarSection } from './calendar-section.ts';
import { openContentFolder, type FolderListing } from './content-folder.ts';
import { noDutyRules } from './duty-rules.ts';
import { loadDutySection } from './duty-section.ts';
import { noHoursRules } from './hours-rules.ts';
import { loadFlowsSection } from './flows-section.ts';
import { loadHoursSection } from './hours-section.ts';
import type { Library } from './library.ts';
import { noMessages } from './message-texts.ts';
import { loadMessagesSection } from './messages-section.ts';
import { loadMeetingsSection, noMeetings } from './meetings-section.ts';
import { usualNoticeRules } from './notice-rules.ts';
import { loadNoticesSection } from './notices-section.ts';
import { errorAt, type Problem, type Report } from './problem.ts';
import { loadQuizSection } from './quiz-section.ts';
import { unknownLimits } from './sending-limits.ts';
import { loadSendingSection } from './sending-section.ts';
import { loadStudySection } from './study-section.ts';
import { loadSurveySection } from './survey-section.ts';

/** The content as far as it can be used, and everything that is wrong with it. */
export interface LoadedLibrary {
  readonly library: Library;
  /** By file and line; empty when all is well. */
  readonly problems: readonly Problem[];
}

/** The folders there are. A new kind of content is a name here and its loader below. */
const sections = [
  'study',
  'quiz',
  'calendar',
  'hours',
  'meetings',
  'surveys',
  'duties',
  'sending',
  'flows',
  'notices',
  'messages',
];

/**
 * Reads and checks the content folder. Never throws because of what lies in it: a piece that is wrong is
 * left out and reported, the rest is used.
 *
 * @param commandWords the commands of the service: no flow may define one of them anew
 */
export async function loadLibrary(
  directory: string,
  commandWords: readonly string[] = [],
): Promise<LoadedLibrary> {
  const problems: Problem[] = [];
  const report: Report = (file, found) => {
    problems.push(...found.map((problem) => ({ file, ...problem })));
  };
  const folder = openContentFolder(directory, report);
  const top = await folder.list('');
  if (top !== undefined) reportStrangers(top, report);

  // A deployment may well do without questions, hours, meetings or duties.
  const hours = top?.folders.includes('hours') ? await loadHoursSection(folder, report) : noHoursRules;
  const duties = top?.folders.includes('duties') ? await loadDutySection(folder, report) : noDutyRules;
  const library: Library = {
    studyItems: top === undefined ? [] : await loadStudySection(folder, report),
    quizQuestions: top?.folders.includes('quiz') ? await loadQuizSection(folder, report) : [],
    calendars: top === undefined ? [] : await loadCalendarSection(folder, report),
    hours,
    sending: top?.folders.includes('sending') ? await loadSendingSection(folder, report) : unknownLimits,
    notices: top?.folders.includes('notices') ? await loadNoticesSection(folder, report) : usualNoticeRules,
    surveys: top?.folders.includes('surveys') ? await loadSurveySection(folder, report) : [],
    ...(top?.folders.includes('meetings')
      ? await loadMeetingsSection(folder, { hours, duties }, report)
      : noMeetings),
    duties,
    flows: top?.folders.includes('flows') ? await loadFlowsSection(folder, report, commandWords) : [],
    messages: top?.folders.includes('messages') ? await loadMessagesSection(folder, report) : noMessages,
  };
  return { library: deepFreeze(library), problems: problems.toSorted(byPlace) };
}

/** Nothing in the folder is passed over in silence. */
function reportStrangers(top: FolderListing, report: Report): void {
  for (const name of top.folders.filter((folder) => !sections.includes(folder))) {
    report(name, [errorAt(1, `没有这一类内容，可以用的文件夹有：${sections.join('、')}。`)]);
  }
  for (const name of top.files.filter((file) => file !== 'README.md')) {
    report(name, [errorAt(1, '这里只放 README.md，其他文件请放进对应的文件夹。')]);
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file === b.file) return a.line - b.line;
  return a.file < b.file ? -1 : 1;
}

/** Freezes a value and all it holds; the entries of a map stay what they are. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
