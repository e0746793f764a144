import type { Automatic } from '../automatic/automatic.ts';
import type { AutomaticPart } from '../automatic/automatic-part.ts';
import type { Card } from '../chat/card.ts';
import type { Desk } from '../chat/desk.ts';
import type { Desks } from '../chat/desk-store.ts';
import { Fault } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { StudyItem } from '../library/study-item.ts';
import { preferenceFields, preferencesOn } from '../preferences/preferences.ts';
import { nextQuestion } from '../quiz/choose-question.ts';
import { quizDayOn, quizField, setQuizDay } from '../quiz/open-question.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { Person } from '../roster/roster.ts';
import type { Assignment } from '../study/assign-item.ts';
import { nextItem } from '../study/next-item.ts';
import type { StudyStore } from '../study/study-store.ts';
import { studyField, studyOn } from '../study/todays-study.ts';
import type { LocalDate } from '../time/local-date.ts';
import { earliestSending } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { morningCard } from './morning-card.ts';

/** What goes to everybody on the morning of a working day: a study item and a question, as one message. */
export interface MorningPush {
  /** Who would get what; changes nothing. */
  plan(people: readonly Person[], at: number): Promise<readonly PlannedMorning[]>;
  /** Chooses each person's item and question of the day and lets them wait for their time. Can be run twice. */
  push(people: readonly Person[], at: number): Promise<void>;
  /** Of these automatic parts, those that are not done already. */
  stillNeeded(parts: readonly AutomaticPart[]): Promise<readonly AutomaticPart[]>;
}

/** At least one of the two is there. */
export interface PlannedMorning {
  readonly person: Person;
  readonly item: StudyItem | undefined;
  readonly question: QuizQuestion | undefined;
  readonly due: number;
}

export interface MorningPushParts {
  readonly items: readonly StudyItem[];
  readonly questions: readonly QuizQuestion[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly study: Pick<StudyStore, 'hadByEach'>;
  readonly quiz: Pick<QuizStore, 'questionsOfEach'>;
  readonly assignment: Assignment;
  readonly automatic: Pick<Automatic, 'add'>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createMorningPush(parts: MorningPushParts): MorningPush {
  const { items, questions, calendar, zone, desks, study, quiz, assignment, automatic } = parts;

  return {
    async plan(people, at) {
      return (await decide(people, at)).map(({ person, item, question, due }) => ({
        person,
        item,
        question,
        due,
      }));
    },
    async push(people, at) {
      for (let start = 0; start < people.length; start += peoplePerCommit) {
        await pushSome(people.slice(start, start + peoplePerCommit), at);
      }
    },
    async stillNeeded(waiting) {
      const rows = await desks.read(
        waiting.map((part) => part.userid),
        [studyField],
      );
      return waiting.filter((part, index) => {
        const state = studyOn(rows[index] ?? {});
        return !(state?.doneAt !== undefined && part.subject === subjectOf(state.date));
      });
    },
  };

  async function pushSome(people: readonly Person[], at: number): Promise<void> {
    const today = zone.localAt(at).date;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const chosen = await decide(people, at);
      if (chosen.length === 0) return;
      const work = createUnitOfWork();
      const cards = new Map<string, Card>();
      for (const one of chosen) {
        putOnDesk(work, one, today);
        cards.set(cardName(today, one), morningCard(one.item, one.question));
      }
      automatic.add(
        work,
        chosen.map((one) => ({
          userid: one.person.userid,
          subject: subjectOf(today),
          due: one.due,
          card: cardName(today, one),
        })),
        cards,
      );
      if ((await parts.commit(work)) === undefined) return;
    }
    throw new Fault(
      'choosing the study items and questions of the day',
      'desks changed at every attempt; the next heartbeat tries again',
    );
  }

  function putOnDesk(work: UnitOfWork, { person, desk, item, question }: Chosen, today: LocalDate): void {
    if (item !== undefined) assignment.send(work, person.userid, desk, item.id, today);
    if (question === undefined) return;
    const id = question.id.toLowerCase();
    const day = { ...quizDayOn(desk, today), daily: id, open: id };
    setQuizDay(work, desks.key(person.userid), desk, day);
  }

  /** Whoever asked for today's item or question before breakfast is not sent it again. */
  async function decide(people: readonly Person[], at: number): Promise<readonly Chosen[]> {
    const today = zone.localAt(at).date;
    if (!calendar.isWorkday(today)) return [];
    const userids = people.map(({ userid }) => userid);
    const [rows, had, answered] = await Promise.all([
      desks.read(userids, [studyField, quizField, ...preferenceFields]),
      study.hadByEach(userids),
      quiz.questionsOfEach(userids),
    ]);
    return people.flatMap((person, index) => {
      const desk = rows[index] ?? {};
      const item =
        studyOn(desk)?.date === today ? undefined : nextItem(items, person, had[index] ?? new Set(), today);
      const question =
        quizDayOn(desk, today).daily === undefined
          ? nextQuestion(questions, answered[index] ?? new Set(), today)
          : undefined;
      const due = dueFor(desk, at);
      if ((item === undefined && question === undefined) || due === undefined) return [];
      // What cannot be sent today is not today's any more.
      return zone.localAt(due).date === today ? [{ person, item, question, due, desk }] : [];
    });
  }

  function dueFor(desk: Desk, at: number): number | undefined {
    const { textOnly: _, ...wishes } = preferencesOn(desk);
    return earliestSending({ now: at, kind: 'automatic', zone, calendar, ...wishes });
  }
}

interface Chosen extends PlannedMorning {
  readonly desk: Desk;
}

const peoplePerCommit = 500;

/** Somebody among 500 may be asking for 学习 at this very moment; hardly eight times in a row. */
const attempts = 8;

function subjectOf(date: LocalDate): string {
  return `morning-${date}`;
}

function cardName(date: LocalDate, { item, question }: PlannedMorning): string {
  return `${date} ${item?.id ?? '-'} ${question?.id ?? '-'}`;
}
