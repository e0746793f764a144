import type { Audiences } from '../audiences/audiences.ts';
import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { SurveyTemplate } from '../library/survey-template.ts';
import type { Log } from '../log.ts';
import type { Post } from '../post/post.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { createSurveyPublishing, type SurveyPublishing } from './publishing.ts';
import { createSurveyRounds, type SurveyRounds } from './survey-rounds.ts';
import type { SurveyStore } from './survey-store.ts';
import { createSurveys, type Surveys } from './surveys.ts';

/** Everything about anonymous surveys, put together over their store. */
export interface SurveyServices {
  readonly surveys: Surveys;
  readonly surveyPublishing: SurveyPublishing;
  readonly surveyRounds: SurveyRounds;
}

export interface SurveyServiceParts {
  readonly templates: readonly SurveyTemplate[];
  readonly store: SurveyStore;
  readonly desks: Desks;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly post: Post;
  readonly automatic: Pick<Automatic, 'announce'>;
  readonly zone: Zone;
  readonly log: Log;
  roster(): Promise<Roster>;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createSurveyServices(parts: SurveyServiceParts): SurveyServices {
  return {
    surveys: createSurveys(parts),
    surveyPublishing: createSurveyPublishing(parts),
    surveyRounds: createSurveyRounds(parts),
  };
}
