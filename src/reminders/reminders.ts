import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Unreachable } from '../delivery/unreachable.ts';
import type { CaseLists } from '../flows/case-lists.ts';
import type { StudyItem } from '../library/study-item.ts';
import type { TakeUp } from '../papers/take-up.ts';
import type { Post } from '../post/post.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { Assignment } from '../study/assign-item.ts';
import { nextItem } from '../study/next-item.ts';
import type { StudyStore } from '../study/study-store.ts';
import { studyCard } from '../study/study-cards.ts';
import { studyField, studyOn } from '../study/todays-study.ts';
import { remindOfMeeting, type MeetingReminder, type MeetingReminderParts } from './meeting-reminder.ts';
import { remindOfNotice, type NoticeReminder, type NoticeReminderParts } from './notice-reminder.ts';
import { remindOfPaper, type PaperReminder } from './paper-reminder.ts';
import { remindOfQuestion, type QuestionReminder, type QuestionReminderParts } from './question-reminder.ts';
import type { CaseWord } from '../flows/case-answers.ts';
import { remindOfCase, type CaseReminder } from './case-reminder.ts';
import { createRemindPeople, type SentReminders } from './remind-people.ts';
import type { ReminderStore } from './reminder-store.ts';

/** What officers send to those of their own people who have not done something yet. */
export interface Reminders {
  /** Reminds those of the officer's scope who have not done today's study item. */
  study(turn: Turn): Promise<StudyReminder>;
  /** Reminds those of the officer's scope who have not answered today's question. */
  question(turn: Turn): Promise<QuestionReminder>;
  /**
   * Reminds those who have not taken a paper: the one named, else the only one that is open. Throws a
   * Refusal when none is.
   */
  paper(turn: Turn, number: number | undefined): Promise<PaperReminder>;
  /**
   * Reminds those who have not confirmed a notice: the one named, else the only one that waits for
   * somebody. Throws a Refusal when none does.
   */
  notice(turn: Turn, number: number | undefined): Promise<NoticeReminder>;
  /**
   * Reminds those for whom a case waits: the one named, else the only one that the officer began. Throws a
   * Refusal when there is nobody to be reminded.
   */
  /** `word`: what the officer calls it. */
  case(turn: Turn, number: number | undefined, word: CaseWord): Promise<CaseReminder>;
  /**
   * Reminds those who have not replied to a meeting: the one named, else the only one the officer has
   * called. Throws a Refusal when there is none to reply to.
   */
  meeting(turn: Turn, number: number | undefined): Promise<MeetingReminder>;
}

export type StudyReminder =
  | { readonly outcome: 'dayOff' }
  /** Somebody reminded of the same thing less than 30 minutes ago. */
  | { readonly outcome: 'tooSoon'; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded' } & ReminderFigures);

/** They add up: `total` people are done, spared, reminded, never reachable or without an item yet. */
export interface ReminderFigures extends SentReminders {
  readonly organisation: Organisation;
  readonly total: number;
  readonly done: number;
  readonly spared: number;
  /** They have had everything there is. */
  readonly withoutItem: number;
}

export interface ReminderParts
  extends Omit<QuestionReminderParts, 'remindPeople'>, Omit<NoticeReminderParts, 'remindPeople'> {
  readonly items: readonly StudyItem[];
  readonly study: Pick<StudyStore, 'hadByEach'>;
  readonly assignment: Assignment;
  readonly post: Post;
  readonly store: ReminderStore;
  readonly unreachable: Pick<Unreachable, 'of'>;
  readonly takeUp: TakeUp;
  readonly meetings: Omit<MeetingReminderParts, 'remindPeople'>;
  readonly cases: Pick<CaseLists, 'one' | 'own'>;
}

export function createReminders(parts: ReminderParts): Reminders {
  const { items, calendar, desks, study, assignment, takeUp, meetings, cases } = parts;
  const byId = new Map(items.map((item) => [item.id, item]));
  const remindPeople = createRemindPeople(parts);

  return {
    async study(turn) {
      if (!calendar.isWorkday(turn.today)) return { outcome: 'dayOff' };
      const organisation = turn.roster.scopeOf(turn.member)[0] ?? turn.member.organisation;
      const permission = await remindPeople(turn, organisation, 'study');
      if ('minutesLeft' in permission) return { outcome: 'tooSoon', ...permission };

      const scope = turn.roster.peopleInScopeOf(turn.member).filter(isPartyMember);
      const state = await studyOf(scope, turn);
      const sent = await permission.send(
        state.flatMap(({ person, item, whenSent }) =>
          item === undefined
            ? []
            : [{ person, name: item.id, card: reminderCard(item), ...(whenSent && { whenSent }) }],
        ),
        { only: 'today' },
      );
      return {
        outcome: 'reminded',
        organisation,
        total: scope.length,
        done: state.filter(({ state: one }) => one === 'done').length,
        spared: state.filter(({ state: one }) => one === 'spared').length,
        withoutItem: state.filter(({ state: one }) => one === 'withoutItem').length,
        ...sent,
      };
    },
    question: (turn) => remindOfQuestion(turn, { ...parts, remindPeople }),
    notice: (turn, number) => remindOfNotice(turn, number, { ...parts, remindPeople }),
    paper: (turn, number) => remindOfPaper(turn, number, { takeUp, remindPeople }),
    case: (turn, number, word) => remindOfCase(turn, { number, word }, { cases, remindPeople, calendar }),
    meeting: (turn, number) => remindOfMeeting(turn, number, { ...meetings, remindPeople }),
  };

  /** Whoever has no item of today yet is given the next one: a reminder has to remind of something. */
  async function studyOf(scope: readonly Person[], turn: Turn): Promise<readonly PersonStudy[]> {
    const userids = scope.map(({ userid }) => userid);
    const rows = await desks.read(userids, [studyField]);
    const had = await study.hadByEach(userids);
    return scope.map((person, index): PersonStudy => {
      const desk = rows[index] ?? {};
      const today = studyOn(desk);
      const assigned = today?.date === turn.today ? byId.get(today.itemId) : undefined;
      if (assigned !== undefined && today?.doneAt !== undefined) return { person, state: 'done' };
      if (sparedFromReminders(person)) return { person, state: 'spared' };
      if (assigned !== undefined) return { person, state: 'open', item: assigned };
      const next = nextItem(items, person, had[index] ?? new Set(), turn.today);
      if (next === undefined) return { person, state: 'withoutItem' };
      const whenSent = (): void => assignment.send(turn.work, person.userid, desk, next.id, turn.today);
      return { person, state: 'open', item: next, whenSent };
    });
  }
}

function reminderCard(item: StudyItem): Card {
  return { ...studyCard(item), note: '今天的学习还没有点“已学完”，有空时看一看。' };
}

interface PersonStudy {
  readonly person: Person;
  readonly state: 'done' | 'spared' | 'open' | 'withoutItem';
  /** Present for those who are `open`. */
  readonly item?: StudyItem;
  /** Puts an item that is new to the person on the desk. */
  readonly whenSent?: () => void;
}
