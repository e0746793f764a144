import { errorAt, adviceAt, type Checked, type ProblemInFile } from './problem.ts';
import { readQuizAnswer } from './quiz-answer.ts';
import type { QuizQuestion } from './quiz-question.ts';
import { quizValues } from './quiz-values.ts';
import { partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** The questions of a file that can be used, and what is wrong with the others. */
export interface QuizFile {
  readonly questions: readonly PlacedQuestion[];
  readonly problems: readonly ProblemInFile[];
}

export interface PlacedQuestion {
  readonly question: QuizQuestion;
  /** Where one of its values stands. */
  lineOf(key: 'id' | 'ask' | 'replaces'): number;
}

/** Reads one file of `quiz/`. One question that is wrong does not keep out the others. */
export function readQuizFile(text: string, file: string): QuizFile {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { questions: [], problems: source.problems };

  const list = source.value.value;
  if (list === null) return { questions: [], problems: [adviceAt(1, '文件里还没有题目。')] };
  if (!Array.isArray(list)) return { questions: [], problems: [errorAt(1, notAList)] };

  const questions: PlacedQuestion[] = [];
  const problems: ProblemInFile[] = [];
  list.forEach((value: unknown, index) => {
    const question = readQuestion(partOf(source.value, [index], value), file);
    if (question.problems === undefined) questions.push(question.value);
    else problems.push(...question.problems);
  });
  return { questions, problems };
}

const notAList = '题目要写成列表：每道题从“- id: …”开始，减号后面空一格，请对照 README 里的例子。';

function readQuestion(source: YamlSource, file: string): Checked<PlacedQuestion> {
  const values = validateYaml(quizValues, source);
  const answer = readQuizAnswer(source);
  if (values.problems !== undefined || answer.problems !== undefined) {
    return { problems: [...(values.problems ?? []), ...(answer.problems ?? [])] };
  }

  const { id, ask, because, source: rule, tags, asOf, expires, replaces } = values.value;
  return {
    value: {
      question: {
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
      lineOf: (key) => source.lineOf([key]),
    },
  };
}
