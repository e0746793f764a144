import type { Card } from '../chat/card.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { nextQuestion } from '../quiz/choose-question.ts';
import { hasAnsweredDaily, quizDayOn, quizField, setQuizDay } from '../quiz/open-question.ts';
import { questionCard } from '../quiz/quiz-cards.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { RemindPeople, SentReminders } from './remind-people.ts';

/** What became of 提醒 答题. */
export type QuestionReminder =
  | { readonly outcome: 'dayOff' }
  /** Somebody reminded of the same thing less than 30 minutes ago. */
  | { readonly outcome: 'tooSoon'; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded' } & QuestionReminderFigures);

/** They add up: `total` people have answered, are spared, reminded, never reachable or have answered every question there is. */
export interface QuestionReminderFigures extends SentReminders {
  readonly organisation: Organisation;
  readonly total: number;
  readonly answered: number;
  readonly spared: number;
  readonly withoutQuestion: number;
}

export interface QuestionReminderParts {
  readonly questions: readonly QuizQuestion[];
  readonly calendar: WorkCalendar;
  readonly desks: Desks;
  readonly quiz: Pick<QuizStore, 'questionsOfEach'>;
  readonly remindPeople: RemindPeople;
}

/** Puts today's question once more before those of the officer's people who have not answered it. */
export async function remindOfQuestion(
  turn: Turn,
  { calendar, remindPeople, ...parts }: QuestionReminderParts,
): Promise<QuestionReminder> {
  if (!calendar.isWorkday(turn.today)) return { outcome: 'dayOff' };
  const organisation = turn.roster.scopeOf(turn.member)[0] ?? turn.member.organisation;
  const permission = await remindPeople(turn, organisation, 'question');
  if ('minutesLeft' in permission) return { outcome: 'tooSoon', ...permission };

  const scope = turn.roster.peopleInScopeOf(turn.member).filter(isPartyMember);
  const standings = await standingsOf(scope, turn, parts);
  const sent = await permission.send(
    standings.flatMap(({ person, question, whenSent }) =>
      question === undefined
        ? []
        : [{ person, name: question.id, card: reminderCard(question), ...(whenSent && { whenSent }) }],
    ),
    { only: 'today' },
  );
  const count = (standing: Standing['standing']): number =>
    standings.filter((one) => one.standing === standing).length;
  return {
    outcome: 'reminded',
    organisation,
    total: scope.length,
    answered: count('answered'),
    spared: count('spared'),
    withoutQuestion: count('withoutQuestion'),
    ...sent,
  };
}

interface Standing {
  readonly person: Person;
  readonly standing: 'answered' | 'spared' | 'open' | 'withoutQuestion';
  /** Present for those who are `open`. */
  readonly question?: QuizQuestion;
  /** Puts a question that is new to the person on the desk. */
  readonly whenSent?: () => void;
}

/** Whoever has not been asked today is given the next question: a reminder has to remind of something. */
async function standingsOf(
  scope: readonly Person[],
  { today, work }: Turn,
  { questions, desks, quiz }: Pick<QuestionReminderParts, 'questions' | 'desks' | 'quiz'>,
): Promise<readonly Standing[]> {
  const byId = new Map(questions.map((question) => [question.id.toLowerCase(), question]));
  const userids = scope.map(({ userid }) => userid);
  const rows = await desks.read(userids, [quizField]);
  const answered = await quiz.questionsOfEach(userids);
  return scope.map((person, index): Standing => {
    const desk = rows[index] ?? {};
    const day = quizDayOn(desk, today);
    if (hasAnsweredDaily(day)) return { person, standing: 'answered' };
    if (sparedFromReminders(person)) return { person, standing: 'spared' };
    const asked = byId.get(day.daily ?? '');
    if (asked !== undefined) return { person, standing: 'open', question: asked };
    const next = nextQuestion(questions, answered[index] ?? new Set(), today);
    if (next === undefined) return { person, standing: 'withoutQuestion' };
    const id = next.id.toLowerCase();
    const whenSent = (): void =>
      setQuizDay(work, desks.key(person.userid), desk, { ...day, daily: id, open: id });
    return { person, standing: 'open', question: next, whenSent };
  });
}

function reminderCard(question: QuizQuestion): Card {
  return { ...questionCard(question, 'daily'), note: '今天的一题您还没有答。自愿，有空时答一答。' };
}
