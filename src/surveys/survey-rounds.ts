import type { Automatic } from '../automatic/automatic.ts';
import type { Card } from '../chat/card.ts';
import type { Log } from '../log.ts';
import { inAudience } from '../publishing/audience-of.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { announcementOf } from './announcement.ts';
import { countAnswers, isComplete } from './answers.ts';
import type { SurveyStore } from './survey-store.ts';
import { instantsOf } from './survey-window.ts';
import { fewestAnswers, type Survey, type SurveyResult } from './survey.ts';

/** What is done with surveys every minute, by nobody's asking. Everything can be done twice. */
export interface SurveyRounds {
  /** Announces those whose window has begun. */
  announce(at: number): Promise<void>;
  /** Counts those whose window is over, deletes what they were counted from, and tells those who were asked. */
  count(at: number): Promise<void>;
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface SurveyRoundsParts {
  readonly store: SurveyStore;
  readonly post: Post;
  readonly automatic: Pick<Automatic, 'announce'>;
  readonly zone: Zone;
  readonly log: Log;
  roster(): Promise<Roster>;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createSurveyRounds(parts: SurveyRoundsParts): SurveyRounds {
  const { store, post, automatic, zone, log, commit } = parts;

  return {
    async announce(at) {
      for (const survey of await surveysOf(await store.toAnnounce(at))) {
        const today = zone.localAt(at).date;
        const work = createUnitOfWork();
        store.noteAnnounced(work, survey.number, today);
        // After so long a downtime there is nothing left to invite anybody to.
        if (at < instantsOf(survey, zone).until) {
          post.send(
            work,
            announcementOf(survey, today),
            await post.address(await asked(survey), 'unasked', at),
          );
        }
        // A failed expectation says that it was announced before.
        await commit(work);
      }
    },
    async count(at) {
      for (const survey of await surveysOf(await store.toCount(at))) {
        const userids = await asked(survey);
        // First, because after closing nobody would know that it is still to be told; it is told once.
        await automatic.announce(
          { userids, subject: `survey-${survey.number}-result`, card: resultCard(survey) },
          at,
        );
        await close(survey, userids.length);
      }
    },
    async planned(at) {
      const planned = async (numbers: readonly number[], what: string) =>
        (await surveysOf(numbers)).map(async (survey) =>
          (await asked(survey)).map((userid) => ({ userid, what: `测评 ${survey.number} ${what}` })),
        );
      const all = [
        ...(await planned(await store.toAnnounce(at), '可以答了')),
        ...(await planned(await store.toCount(at), '有结果了')),
      ];
      return (await Promise.all(all)).flat();
    },
  };

  async function close(survey: Survey, people: number): Promise<void> {
    const { number } = survey;
    const ballots = await store.ballots(number);
    const read = ballots.answers.filter((answers) => answers !== undefined && isComplete(survey, answers));
    const taken = ballots.answers.length;
    const unreadable = taken - read.length;
    if (unreadable > 0) {
      log.error(
        { survey: number, unreadable },
        'ballots of a survey cannot be opened: the EncodingAESKey was changed while it was open',
      );
    }
    const result: SurveyResult = {
      taken,
      // Who has left since they handed in was asked all the same.
      asked: Math.max(people, taken),
      unreadable,
      ...(read.length < fewestAnswers
        ? {}
        : {
            counts: countAnswers(
              survey,
              read.filter((answers) => answers !== undefined),
            ),
          }),
    };
    const work = createUnitOfWork();
    store.close(work, number, ballots, result);
    // When a ballot came in meanwhile, or another replica was faster, the next minute looks again.
    await commit(work);
  }

  async function asked(survey: Survey): Promise<readonly string[]> {
    const roster = await parts.roster();
    return roster.people.filter(inAudience(survey, roster)).map(({ userid }) => userid);
  }

  async function surveysOf(numbers: readonly number[]): Promise<readonly Survey[]> {
    const found = await Promise.all(numbers.map((number) => store.find(number)));
    return found.filter((survey) => survey !== undefined);
  }
}

function resultCard({ number, title }: Survey): Card {
  return {
    title: `测评 ${number} 有结果了`,
    body: title,
    buttons: [{ label: '看结果', line: `测评 ${number}` }],
  };
}
