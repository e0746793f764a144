import type { CalendarYear } from '../time/work-calendar.ts';
import { readCalendarFile } from './calendar-file.ts';
import { pathOf, type ContentFolder } from './content-folder.ts';
import { errorAt, type Report } from './problem.ts';

/** `calendar/<year>.yaml`, by year. */
export async function loadCalendarSection(folder: ContentFolder, report: Report): Promise<CalendarYear[]> {
  const listing = await folder.list('calendar');
  if (listing === undefined) return [];

  const { folders, files } = listing;
  for (const name of folders) {
    report(pathOf('calendar', name), [errorAt(1, '放假安排不分文件夹，请把文件移上来。')]);
  }

  const years = await Promise.all(files.map((name) => loadYear(name, files, folder, report)));
  return years.filter((year) => year !== undefined).toSorted((a, b) => a.year - b.year);
}

async function loadYear(
  name: string,
  names: readonly string[],
  folder: ContentFolder,
  report: Report,
): Promise<CalendarYear | undefined> {
  const path = pathOf('calendar', name);
  const year = yearOfName(name);
  if (year === undefined) {
    report(path, [errorAt(1, '文件名要写成年份，例如：2027.yaml')]);
    return undefined;
  }

  const first = names.find((other) => yearOfName(other) === year);
  if (first !== undefined && first !== name) {
    report(path, [errorAt(1, `${year} 年已经有 calendar/${first}，一年只放一个文件。`)]);
    return undefined;
  }

  const text = await folder.read(path);
  if (text === undefined) return undefined;
  const calendar = readCalendarFile(text, year);
  if (calendar.problems === undefined) return calendar.value;

  report(path, calendar.problems);
  return undefined;
}

function yearOfName(name: string): number | undefined {
  const match = /^(\d{4})\.ya?ml$/i.exec(name);
  return match === null ? undefined : Number(match[1]);
}
