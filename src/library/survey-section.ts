import { pathOf, type ContentFolder } from './content-folder.ts';
import { errorAt, type Report } from './problem.ts';
import { readSurveyFile } from './survey-file.ts';
import type { SurveyTemplate } from './survey-template.ts';

/** `surveys/<name>.yaml`, in the order of the names. */
export async function loadSurveySection(folder: ContentFolder, report: Report): Promise<SurveyTemplate[]> {
  const listing = await folder.list('surveys');
  if (listing === undefined) return [];
  for (const name of listing.folders) {
    report(pathOf('surveys', name), [errorAt(1, '测评不分文件夹，请把文件移上来。')]);
  }
  const templates = await Promise.all(
    listing.files.map((name) => loadFile(pathOf('surveys', name), folder, report)),
  );
  return templates.filter((template) => template !== undefined);
}

async function loadFile(
  path: string,
  folder: ContentFolder,
  report: Report,
): Promise<SurveyTemplate | undefined> {
  const name = /^surveys\/(.+)\.ya?ml$/iu.exec(path)?.[1];
  if (name === undefined || /\s/u.test(name) || [...name].length > longestName) {
    report(path, [
      errorAt(1, `文件名就是发布时要打的名称：不带空格，最多 ${longestName} 个字，以 .yaml 结尾。`),
    ]);
    return undefined;
  }
  const text = await folder.read(path);
  if (text === undefined) return undefined;
  const template = readSurveyFile(text, name);
  if (template.problems === undefined) return template.value;
  report(path, template.problems);
  return undefined;
}

const longestName = 20;
