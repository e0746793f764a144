import type { Audiences } from '../audiences/audiences.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { SurveyTemplate } from '../library/survey-template.ts';
import type { Post } from '../post/post.ts';
import { firstAnnouncement, type FirstAnnouncement } from '../publishing/first-announcement.ts';
import type { Audience } from '../roster/audience.ts';
import type { Zone } from '../time/zone.ts';
import { announcementOf } from './announcement.ts';
import { readSurveyOrder, type SurveyOrder, type TypedSurvey } from './survey-order.ts';
import type { SurveyStore } from './survey-store.ts';
import { instantsOf } from './survey-window.ts';
import { fewestAnswers, type Survey } from './survey.ts';

/** 发布测评. */
export interface SurveyPublishing {
  /** What would be asked of whom. Throws a Refusal that says what is wrong. */
  prepare(turn: Turn, typed: TypedSurvey): Promise<PreparedSurvey>;
  /** Publishes it, and announces it when its window has begun; else the minute's job does. */
  publish(turn: Turn, prepared: PreparedSurvey): Promise<Survey>;
}

export interface PreparedSurvey extends FirstAnnouncement {
  readonly order: SurveyOrder;
  readonly audience: Audience;
}

export interface SurveyPublishingParts {
  readonly templates: readonly SurveyTemplate[];
  readonly store: Pick<SurveyStore, 'latest' | 'add' | 'noteAnnounced'>;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly post: Post;
  readonly zone: Zone;
}

export function createSurveyPublishing({
  templates,
  store,
  audiences,
  post,
  zone,
}: SurveyPublishingParts): SurveyPublishing {
  return {
    async prepare(turn, typed) {
      const order = readSurveyOrder(typed, templates, turn.today);
      const example = `例如：发布测评 ${order.template.name} 全体 12-01 12-10`;
      const audience = await audiences.of(turn, typed.audience, example);
      if (audience.people.length < fewestAnswers) {
        throw new Refusal(
          `${audience.name}只有 ${audience.people.length} 人。不到 ${fewestAnswers} 份答卷就不能公布结果，请换大一些的范围，${example}`,
        );
      }
      const announcement = await firstAnnouncement(audience, order.from, turn.at, { post, zone });
      return { order, audience, ...announcement };
    },

    async publish(turn, { order, audience, announceAt, addressees }) {
      const { template, from, until } = order;
      const survey: Survey = {
        number: (await store.latest()) + 1,
        title: template.title,
        about: template.about,
        questions: template.questions,
        audience: audience.lasting,
        audienceName: audience.name,
        author: turn.member.person.userid,
        from,
        until,
      };
      const isNow = announceAt === turn.at;
      store.add(turn.work, survey, {
        ...(isNow ? {} : { announceAt }),
        until: instantsOf(survey, zone).until,
      });
      if (isNow) {
        store.noteAnnounced(turn.work, survey.number, turn.today);
        post.send(turn.work, announcementOf(survey, turn.today), addressees);
      }
      return survey;
    },
  };
}
