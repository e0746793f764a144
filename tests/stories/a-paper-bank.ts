import type { Library } from '../../src/library/library.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { ChoiceLetter, QuizQuestion } from '../../src/library/quiz-question.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { localDate } from '../../src/time/local-date.ts';
import type { World } from '../support/world.ts';

/**
 * A bank whose questions tell their right answer to whoever reads them: right choices begin with 应当,
 * judgements that are 对 with 符合. So a story can answer rightly or wrongly whatever was drawn.
 */
export const bank: readonly QuizQuestion[] = [
  ...numbers(24).map((number) => single(number)),
  ...numbers(8).map((number) => multiple(number)),
  ...numbers(8).map((number) => judge(number)),
  ...numbers(4).map((number) => fill(number)),
];

/** The shipped study items and calendars with this bank, or another one. */
export async function libraryWith(questions: readonly QuizQuestion[] = bank): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, quizQuestions: questions };
}

/** The right answer to the question on a screen, as a person would type it. */
export function rightOn(screen: string): string {
  if (screen.includes('判断')) return screen.includes('符合') ? '对' : '错';
  if (screen.includes('填空')) return '三年';
  return lettersOn(screen, '应当');
}

/** A possible answer that is wrong. */
export function wrongOn(screen: string): string {
  if (screen.includes('判断')) return screen.includes('符合') ? '错' : '对';
  if (screen.includes('填空')) return '五年';
  return lettersOn(screen, '不必').slice(0, 1);
}

/** The committee publishes a paper such as `小测 全体 今天 12-10 6题`, and it is announced. */
export async function publish({ person, settle }: World, order: string): Promise<string> {
  await person('钱文静').says(`发布测试 ${order}`);
  const said = await person('钱文静').says('确认');
  await settle();
  return said;
}

/** Answers what is on the screen and everything after it; `wrong` are the places answered wrongly. */
export async function answerAll(
  who: SimulatedUser,
  screen: string,
  wrong: readonly number[] = [],
): Promise<string> {
  let shown = screen;
  for (let place = placeOn(shown); place !== undefined; place = placeOn(shown)) {
    shown = await who.says(wrong.includes(place) ? wrongOn(shown) : rightOn(shown));
  }
  return shown;
}

/** Takes a paper from the first question to the result. */
export async function takePaper(
  who: SimulatedUser,
  number: number,
  wrong: readonly number[] = [],
): Promise<string> {
  await answerAll(who, await who.says(`测试 ${number} 开始`), wrong);
  await who.says('交卷');
  return who.says('确认');
}

/** `3` of `测试 1 · 3/20 · 单选`. */
export function placeOn(screen: string): number | undefined {
  const place = /^测试 \d+ · (\d+)\/\d+/u.exec(screen)?.[1];
  return place === undefined ? undefined : Number(place);
}

function lettersOn(screen: string, start: string): string {
  return [...screen.matchAll(new RegExp(`^([A-H])[.：:] ?${start}`, 'gmu'))]
    .map(([, letter]) => letter)
    .join('');
}

function choiceTexts(right: readonly ChoiceLetter[]): ReadonlyMap<ChoiceLetter, string> {
  const letters = ['A', 'B', 'C', 'D'] as const;
  return new Map(
    letters.map((letter, index) => [
      letter,
      `${right.includes(letter) ? '应当' : '不必'}做第 ${index + 1} 件`,
    ]),
  );
}

function single(number: number): QuizQuestion {
  const answer = (['A', 'B', 'C', 'D'] as const)[number % 4] ?? 'A';
  const tags = number <= 10 ? ['换届'] : ['党费'];
  return { ...base(`s${number}`, tags), type: 'single', choices: choiceTexts([answer]), answer: [answer] };
}

function multiple(number: number): QuizQuestion {
  const answer = ['A', 'C'] as const;
  return { ...base(`m${number}`, ['换届']), type: 'multiple', choices: choiceTexts(answer), answer };
}

function judge(number: number): QuizQuestion {
  const isRight = number % 2 === 0;
  const question = base(`j${number}`, ['党费']);
  return {
    ...question,
    ask: `${question.ask}${isRight ? '这样做符合规定' : '这样做有出入'}`,
    type: 'judge',
    answer: isRight ? '对' : '错',
  };
}

function fill(number: number): QuizQuestion {
  return { ...base(`f${number}`, ['任期']), type: 'fill', answer: ['三年', '3年'] };
}

function base(id: string, tags: readonly string[]) {
  return {
    id,
    ask: `题目 ${id}：`,
    because: `道理 ${id}。`,
    source: `条例第 ${id} 条`,
    tags,
    asOf: localDate(2026, 11, 20),
    file: 'quiz/story.yaml',
  };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
