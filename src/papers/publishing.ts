import { randomBytes } from 'node:crypto';
import type { Audiences } from '../audiences/audiences.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { Post } from '../post/post.ts';
import { firstAnnouncement, type FirstAnnouncement } from '../publishing/first-announcement.ts';
import type { Audience } from '../roster/audience.ts';
import { addDays } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';
import { announcementOf } from './announcement.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import { readPaperOrder, type PaperOrder, type TypedOrder } from './paper-order.ts';
import type { PaperStore } from './paper-store.ts';
import { longestMakeUp, windowOf } from './paper-window.ts';
import type { Paper, Portion } from './paper.ts';
import { portionsOf } from './portions.ts';

/** 发布测试. */
export interface Publishing {
  /** What would be published for whom. Throws a Refusal that says what is wrong. */
  prepare(turn: Turn, typed: TypedOrder): Promise<PreparedPaper>;
  /** Publishes it, and announces it when its window has begun; else the minute's job does. */
  publish(turn: Turn, prepared: PreparedPaper): Promise<Paper>;
}

export interface PreparedPaper extends FirstAnnouncement {
  readonly order: PaperOrder;
  readonly audience: Audience;
  readonly portions: readonly Portion[];
}

export interface PublishingParts {
  readonly bank: readonly QuizQuestion[];
  readonly store: Pick<PaperStore, 'latest' | 'add'>;
  readonly diary: Pick<PaperDiary, 'open' | 'noteAnnounced'>;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly post: Post;
  readonly zone: Zone;
}

export function createPublishing({ bank, store, diary, audiences, post, zone }: PublishingParts): Publishing {
  return {
    async prepare(turn, typed) {
      const order = readPaperOrder(typed, turn.today);
      const audience = await audiences.of(turn, order.audience, '请换一个对象，例如：全体');
      const portions = portionsOf(bank, order, order.until);
      const announcement = await firstAnnouncement(audience, order.from, turn.at, { post, zone });
      return { order, audience, portions, ...announcement };
    },

    async publish(turn, { order, audience, portions, announceAt, addressees }) {
      const { name, from, until, passMark, tries, minutes, named } = order;
      const paper: Paper = {
        number: (await store.latest()) + 1,
        name,
        audience: audience.lasting,
        audienceName: audience.name,
        author: turn.member.person.userid,
        from,
        until,
        portions,
        seed: randomBytes(9).toString('base64url'),
        passMark,
        named,
        ...(tries === undefined ? {} : { tries }),
        ...(minutes === undefined ? {} : { minutes }),
      };
      store.add(turn.work, paper);
      const isNow = announceAt === turn.at;
      diary.open(turn.work, paper.number, {
        ...(isNow ? {} : { announceAt }),
        openUntil: windowOf(paper, undefined, zone).until,
        answersUntil: zone.instantOf(addDays(until, longestMakeUp + daysOfAnswers + 1), 0),
      });
      if (isNow) {
        diary.noteAnnounced(turn.work, paper.number, turn.today);
        post.send(turn.work, announcementOf(paper, turn.today), addressees);
      }
      return paper;
    },
  };
}

/** How long single answers are kept after a try was handed in (domain §11.2). */
export const daysOfAnswers = 90;
