import { pathOf, type ContentFolder } from './content-folder.ts';
import { adviceAt, errorAt, type Report } from './problem.ts';
import { isUsable, readQuizFile, type PlacedQuestion, type QuizEntry } from './quiz-file.ts';
import { createLikenessIndex } from './quiz-likeness.ts';
import type { QuizQuestion } from './quiz-question.ts';
import { withoutRepeatedIds } from './repeated-ids.ts';

/** `quiz/<name>.yaml`, files in the order of their names. */
export async function loadQuizSection(folder: ContentFolder, report: Report): Promise<QuizQuestion[]> {
  const listing = await folder.list('quiz');
  if (listing === undefined) return [];

  for (const name of listing.folders) {
    report(pathOf('quiz', name), [errorAt(1, '题库不分文件夹，请把文件移上来。')]);
  }
  const files = await Promise.all(
    listing.files.map((name) => loadFile(pathOf('quiz', name), folder, report)),
  );

  const entries = withoutReplaced(withoutRepeatedIds(files.flat(), report), report);
  const questions = entries.filter(isUsable);
  adviseOnLikeness(questions, report);
  return questions.map(({ question }) => question);
}

async function loadFile(path: string, folder: ContentFolder, report: Report): Promise<readonly QuizEntry[]> {
  if (!/\.ya?ml$/i.test(path)) {
    report(path, [errorAt(1, '题库的文件名要以 .yaml 结尾。')]);
    return [];
  }

  const text = await folder.read(path);
  if (text === undefined) return [];
  const { entries, problems } = readQuizFile(text, path);
  report(path, problems);
  return entries;
}

/** A question takes the place of one that is gone; two answers to one question cannot both stay. */
function withoutReplaced(entries: readonly QuizEntry[], report: Report): readonly QuizEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id?.toLowerCase(), entry]));
  return entries.filter((entry) => {
    const { replaces, file } = entry;
    const old = replaces === undefined ? undefined : byId.get(replaces.toLowerCase());
    if (old === undefined) return true;

    const what =
      old === entry
        ? `replaces 写的是这道题自己。改了答案的题要用新的 id，在 replaces 里写旧的 id。`
        : `${replaces} 还在 ${placeOf(old, 'id')}。新题代替它，请把旧题删去。`;
    report(file, [errorAt(entry.lineOf('replaces'), what)]);
    return false;
  });
}

function adviseOnLikeness(questions: readonly PlacedQuestion[], report: Report): void {
  const index = createLikenessIndex<PlacedQuestion>();
  for (const placed of questions) {
    const like = index.mostLike(placed.question);
    index.add(placed.question, placed);
    if (like === undefined) continue;
    const what = `和 ${placeOf(like, 'ask')}的 ${like.question.id} 很像。如果是同一道题，请只留一道。`;
    report(placed.question.file, [adviceAt(placed.lineOf('ask'), what)]);
  }
}

function placeOf(entry: QuizEntry, key: 'id' | 'ask'): string {
  return `${entry.file} 第 ${entry.lineOf(key)} 行`;
}
