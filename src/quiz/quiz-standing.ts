import type { QuizQuestion } from '../library/quiz-question.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { Answered } from './answered.ts';
import { comingReviews, nextQuestion } from './choose-question.ts';
import type { QuizDay } from './open-question.ts';
import { reviewsPerDay } from './review.ts';

/** Where a member stands with the questions, for 我的. */
export interface QuizStanding {
  /** `notAsked`: today's question was not shown yet. `finished`: every question of the bank is answered. */
  readonly daily: 'answered' | 'waiting' | 'notAsked' | 'finished';
  /** The reviews that come next: when, and how many that day. */
  readonly reviews?: { readonly due: LocalDate; readonly count: number };
}

export function quizStanding(
  day: QuizDay,
  questions: readonly QuizQuestion[],
  answered: ReadonlyMap<string, Answered>,
): QuizStanding {
  const reviews = nextReviews(day, questions, answered);
  const isFinished = day.daily === undefined && nextQuestion(questions, answered, day.date) === undefined;
  const daily = isFinished ? 'finished' : dailyOf(day);
  return { daily, ...(reviews === undefined ? {} : { reviews }) };
}

/** `今天的已答；复习：明天（周六）1 题` */
export function standingText({ daily, reviews }: QuizStanding, today: LocalDate): string {
  const asked = dailyWords[daily];
  if (reviews === undefined) return asked;
  const when = reviews.due === today ? '今天 ' : dateWords(reviews.due, today);
  return `${asked}；复习：${when}${reviews.count} 题`;
}

const dailyWords = {
  answered: '今天的已答',
  waiting: '今天的还没有答（自愿）',
  notAsked: '今天的还没有看（自愿）',
  finished: '题库里的都答过了',
} as const;

function dailyOf({ daily, open }: QuizDay): 'answered' | 'waiting' | 'notAsked' {
  if (daily === undefined) return 'notAsked';
  return daily === open ? 'waiting' : 'answered';
}

/** What is overdue comes today, as far as there is room for it today. */
function nextReviews(
  { date, reviewsDone }: QuizDay,
  questions: readonly QuizQuestion[],
  answered: ReadonlyMap<string, Answered>,
): QuizStanding['reviews'] {
  const coming = comingReviews(questions, answered);
  const overdue = coming.filter(({ due }) => due <= date).length;
  const today = Math.min(overdue, reviewsPerDay - reviewsDone);
  if (today > 0) return { due: date, count: today };
  const due = coming.find((one) => one.due > date)?.due;
  if (due === undefined) return undefined;
  return { due, count: coming.filter((one) => one.due === due).length };
}
