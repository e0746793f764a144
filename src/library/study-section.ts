import { pathOf, type ContentFolder } from './content-folder.ts';
import { errorAt, type Report } from './problem.ts';
import { withoutRepeatedIds } from './repeated-ids.ts';
import { readStudyFile, type StudyFile } from './study-file.ts';
import type { StudyItem } from './study-item.ts';

/** `study/<track>/<name>.md`, in the order of the names. */
export async function loadStudySection(folder: ContentFolder, report: Report): Promise<StudyItem[]> {
  const listing = await folder.list('study');
  if (listing === undefined) return [];

  const { folders, files } = listing;
  for (const name of files) {
    report(pathOf('study', name), [errorAt(1, '请把文件放进 study 下面的栏目文件夹里。')]);
  }

  const tracks = await Promise.all(folders.map((name) => loadTrack(pathOf('study', name), folder, report)));
  return withoutRepeatedIds(tracks.flat(), report).flatMap(({ item }) => item ?? []);
}

async function loadTrack(path: string, folder: ContentFolder, report: Report): Promise<StudyFile[]> {
  const listing = await folder.list(path);
  if (listing === undefined) return [];

  const { folders, files } = listing;
  for (const name of folders) {
    report(pathOf(path, name), [errorAt(1, '栏目里不再分文件夹，请把文件移上来。')]);
  }

  const items = await Promise.all(files.map((name) => loadItem(pathOf(path, name), folder, report)));
  return items.filter((item) => item !== undefined);
}

async function loadItem(path: string, folder: ContentFolder, report: Report): Promise<StudyFile | undefined> {
  if (!path.endsWith('.md')) {
    report(path, [errorAt(1, '学习内容的文件名要以 .md 结尾。')]);
    return undefined;
  }

  const text = await folder.read(path);
  if (text === undefined) return undefined;
  const file = readStudyFile(text, path);
  report(path, file.problems);
  return file;
}
