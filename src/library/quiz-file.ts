import { errorAt, adviceAt, type Checked, type ProblemInFile } from './problem.ts';
import { readQuizAnswer } from './quiz-answer.ts';
import type { QuizQuestion } from './quiz-question.ts';
import { quizValues } from './quiz-values.ts';
import { knownById, type KnownById } from './repeated-ids.ts';
import { mapOf, partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** What a file holds, and what is wrong with it. */
export interface QuizFile {
  /** Everything that is written as a question. */
  readonly entries: readonly QuizEntry[];
  /** Those of them that can be used. */
  readonly questions: readonly PlacedQuestion[];
  readonly problems: readonly ProblemInFile[];
}

/** What is written as a question, also when it cannot be used. */
export interface QuizEntry extends KnownById {
  /** The id of the question whose place it takes. */
  readonly replaces: string | undefined;
  readonly question?: QuizQuestion;
  /** Where one of its values stands. */
  lineOf(key: 'id' | 'ask' | 'replaces'): number;
}

export interface PlacedQuestion extends QuizEntry {
  readonly question: QuizQuestion;
}

export function isUsable(entry: QuizEntry): entry is PlacedQuestion {
  return entry.question !== undefined;
}

/** Reads one file of `quiz/`. One question that is wrong does not keep out the others. */
export function readQuizFile(text: string, file: string): QuizFile {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return without(source.problems);

  const list = source.value.value;
  if (list === null) return without([adviceAt(1, '文件里还没有题目。')]);
  if (!Array.isArray(list)) return without([errorAt(1, notAList)]);

  const problems: ProblemInFile[] = [];
  const entries = list.map((value: unknown, index): QuizEntry => {
    const part = partOf(source.value, [index], value);
    const question = readQuestion(part, file);
    problems.push(...(question.problems ?? []));
    const { replaces } = mapOf(part);
    return {
      ...knownById(part, file),
      replaces: typeof replaces === 'string' ? replaces.trim() : undefined,
      lineOf: (key) => part.lineOf([key]),
      ...(question.problems === undefined && { question: question.value }),
    };
  });
  return { entries, questions: entries.filter(isUsable), problems };
}

function without(problems: readonly ProblemInFile[]): QuizFile {
  return { entries: [], questions: [], problems };
}

const notAList = '题目要写成列表：每道题从“- id: …”开始，减号后面空一格，请对照 README 里的例子。';

function readQuestion(source: YamlSource, file: string): Checked<QuizQuestion> {
  const values = validateYaml(quizValues, source);
  const answer = readQuizAnswer(source);
  if (values.problems !== undefined || answer.problems !== undefined) {
    return { problems: [...(values.problems ?? []), ...(answer.problems ?? [])] };
  }

  const { id, ask, because, source: rule, tags, asOf, expires, replaces } = values.value;
  return {
    value: {
      id,
      ask,
      ...answer.value,
      because,
      source: rule,
      tags,
      asOf,
      ...(expires === undefined ? {} : { expires }),
      ...(replaces === undefined ? {} : { replaces }),
      file,
    },
  };
}
