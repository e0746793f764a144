import { pathOf, type ContentFolder } from './content-folder.ts';
import { adviceAt, errorAt, type Report } from './problem.ts';
import { readQuizFile, type PlacedQuestion } from './quiz-file.ts';
import { createLikenessIndex } from './quiz-likeness.ts';
import type { QuizQuestion } from './quiz-question.ts';

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

  const questions = withoutReplaced(withoutRepeats(files.flat(), report), report);
  adviseOnLikeness(questions, report);
  return questions.map(({ question }) => question);
}

async function loadFile(
  path: string,
  folder: ContentFolder,
  report: Report,
): Promise<readonly PlacedQuestion[]> {
  if (!/\.ya?ml$/i.test(path)) {
    report(path, [errorAt(1, '题库的文件名要以 .yaml 结尾。')]);
    return [];
  }

  const text = await folder.read(path);
  if (text === undefined) return [];
  const { questions, problems } = readQuizFile(text, path);
  report(path, problems);
  return questions;
}

/**
 * Of two questions with one id the first stays; both places are named. Ids that differ only in case count
 * as one, because buttons and typed commands may lose it.
 */
function withoutRepeats(questions: readonly PlacedQuestion[], report: Report): PlacedQuestion[] {
  const firstById = new Map<string, PlacedQuestion>();
  for (const placed of questions) {
    const { id, file } = placed.question;
    const first = firstById.get(id.toLowerCase());
    if (first === undefined) {
      firstById.set(id.toLowerCase(), placed);
      continue;
    }
    const what = `id ${id} 已经用在 ${placeOf(first, 'id')}，请换一个没有用过的。`;
    report(file, [errorAt(placed.lineOf('id'), what)]);
  }
  return [...firstById.values()];
}

/** A question takes the place of one that is gone; two answers to one question cannot both stay. */
function withoutReplaced(questions: readonly PlacedQuestion[], report: Report): PlacedQuestion[] {
  const byId = new Map(questions.map((placed) => [placed.question.id.toLowerCase(), placed]));
  return questions.filter((placed) => {
    const { replaces, file } = placed.question;
    const old = replaces === undefined ? undefined : byId.get(replaces.toLowerCase());
    if (old === undefined) return true;

    const what =
      old === placed
        ? `replaces 写的是这道题自己。改了答案的题要用新的 id，在 replaces 里写旧的 id。`
        : `${replaces} 还在 ${placeOf(old, 'id')}。新题代替它，请把旧题删去。`;
    report(file, [errorAt(placed.lineOf('replaces'), what)]);
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

function placeOf(placed: PlacedQuestion, key: 'id' | 'ask'): string {
  return `${placed.question.file} 第 ${placed.lineOf(key)} 行`;
}
