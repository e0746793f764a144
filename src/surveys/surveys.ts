import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { isFor } from '../publishing/audience-of.ts';
import type { Zone } from '../time/zone.ts';
import { isComplete, noAnswers, readAnswers, withAnswer, type Answers } from './answers.ts';
import { readBareWish } from './bare-wish.ts';
import { putSurveyAside, putSurveyOnDesk, surveyShownTo, takeSurveyOffDesk } from './survey-desk.ts';
import type { SurveyStanding, SurveyStore } from './survey-store.ts';
import { instantsOf } from './survey-window.ts';
import type { SurveyWish } from './survey-wish.ts';
import type { Survey, SurveyResult } from './survey.ts';

/** What people do with anonymous surveys. */
export interface Surveys {
  /** The member's own, newest first: what can be answered or will be, and the latest results. */
  list(turn: Turn): Promise<readonly ListedSurvey[]>;
  /** Does what is wanted of a survey. Throws a Refusal when there is no such survey for the member. */
  take(turn: Turn, number: number, wish: SurveyWish): Promise<SurveyScreen>;
  /**
   * Takes words without a command for the survey whose question was shown last. `undefined`: none was, or
   * they are meant for something else.
   */
  bare(turn: Turn, words: string): Promise<BareSurvey | undefined>;
  /** States that a question of something else is shown now. */
  putAside(turn: Turn): void;
  /** How many that are not counted yet a person has handed in: all that is known of them. */
  handedIn(userid: string): Promise<number>;
}

export interface ListedSurvey {
  readonly survey: Survey;
  readonly state: 'coming' | 'open' | 'handedIn' | 'counted';
}

export type SurveyScreen =
  | { readonly kind: 'coming' | 'handedIn' | 'already' | 'counting'; readonly survey: Survey }
  /** The first question without an answer, or, when all have one, what to do now. */
  | { readonly kind: 'answering'; readonly survey: Survey; readonly answers: Answers }
  | { readonly kind: 'result'; readonly survey: Survey; readonly result: SurveyResult };

export interface BareSurvey {
  readonly screen: SurveyScreen;
  readonly wish: SurveyWish;
}

export interface SurveysParts {
  readonly store: SurveyStore;
  readonly desks: Desks;
  readonly zone: Zone;
}

/** `<number> <sealed answers>`: what a member has answered and not handed in. */
export const surveyField = 'survey';

export function createSurveys({ store, desks, zone }: SurveysParts): Surveys {
  return {
    async list(turn) {
      const latest = await store.latest();
      const numbers = Array.from({ length: Math.min(lookBack, latest) }, (_, index) => latest - index);
      const listed = await Promise.all(
        numbers.map(async (number): Promise<ListedSurvey | undefined> => {
          const survey = await store.find(number);
          if (survey === undefined || !sees(turn, survey)) return undefined;
          const standing = await store.standing(number, turn.member.person.userid);
          return { survey, state: stateOf(turn, survey, standing) };
        }),
      );
      return listed.filter((one) => one !== undefined);
    },

    take,

    async bare(turn, words) {
      const number = surveyShownTo(turn);
      const survey = number === undefined ? undefined : await store.find(number);
      if (survey === undefined || !isFor(survey, turn.member.person, turn.roster)) return undefined;
      const standing = await store.standing(survey.number, turn.member.person.userid);
      if (standing === undefined || stateOf(turn, survey, standing) !== 'open') return undefined;
      const wish = readBareWish(survey, draftOf(turn, survey, standing), words);
      return wish && { screen: answering(turn, survey, standing, wish), wish };
    },

    putAside: (turn) => putSurveyAside(turn, desks),

    async handedIn(userid) {
      const numbers = await store.notCounted();
      const standings = await Promise.all(numbers.map((number) => store.standing(number, userid)));
      return standings.filter((standing) => standing?.taken).length;
    },
  };

  async function take(turn: Turn, number: number, wish: SurveyWish): Promise<SurveyScreen> {
    const survey = await store.find(number);
    if (survey === undefined || !sees(turn, survey)) throw new Refusal(noSurvey(number));
    const standing = await store.standing(number, turn.member.person.userid);
    if (standing === undefined) {
      const result = await store.result(number);
      if (result === undefined) throw new Refusal(noSurvey(number));
      return { kind: 'result', survey, result };
    }
    const state = stateOf(turn, survey, standing);
    if (state === 'coming') return { kind: 'coming', survey };
    if (state === 'handedIn') return { kind: 'already', survey };
    if (state === 'counted') return { kind: 'counting', survey };
    if (!isFor(survey, turn.member.person, turn.roster)) throw new Refusal(noSurvey(number));
    return answering(turn, survey, standing, wish);
  }

  function answering(turn: Turn, survey: Survey, standing: SurveyStanding, wish: SurveyWish): SurveyScreen {
    const before = draftOf(turn, survey, standing);
    switch (wish.kind) {
      case 'open':
        return show(turn, survey, before);
      case 'again':
        return keep(turn, standing, survey, noAnswers(survey));
      case 'answer': {
        const answers = withAnswer(survey, before, wish.place, wish.letter);
        if (answers === undefined) {
          throw new Refusal(`测评 ${survey.number} 没有这个选项。发“测评 ${survey.number}”接着答。`);
        }
        return keep(turn, standing, survey, answers);
      }
      case 'answers': {
        const answers = readAnswers(survey, wish.letters);
        if (answers === undefined) throw new Refusal(wrongLetters(survey));
        return keep(turn, standing, survey, answers);
      }
      case 'handIn':
        // Tapped on an old card, after answering anew.
        if (!isComplete(survey, before)) return show(turn, survey, before);
        store.handIn(turn.work, standing, before);
        turn.work.write('HDEL', desks.key(standing.userid), surveyField);
        takeSurveyOffDesk(turn, desks);
        return { kind: 'handedIn', survey };
    }
  }

  function keep(turn: Turn, standing: SurveyStanding, survey: Survey, answers: Answers): SurveyScreen {
    const sealed = store.sealDraft(standing, answers);
    turn.work.write('HSET', desks.key(standing.userid), surveyField, `${survey.number} ${sealed}`);
    return show(turn, survey, answers);
  }

  function show(turn: Turn, survey: Survey, answers: Answers): SurveyScreen {
    putSurveyOnDesk(turn, desks, survey.number);
    return { kind: 'answering', survey, answers };
  }

  function draftOf(turn: Turn, survey: Survey, standing: SurveyStanding): Answers {
    const [number, sealed] = (turn.desk[surveyField] ?? '').split(' ');
    if (Number(number) !== survey.number || sealed === undefined) return noAnswers(survey);
    return store.openDraft(standing, sealed) ?? noAnswers(survey);
  }

  /** Those who are asked, and the committee. */
  function sees(turn: Turn, survey: Survey): boolean {
    return turn.member.role === 'committee' || isFor(survey, turn.member.person, turn.roster);
  }

  function stateOf(
    { at }: Turn,
    survey: Survey,
    standing: SurveyStanding | undefined,
  ): ListedSurvey['state'] {
    if (standing === undefined) return 'counted';
    const { from, until } = instantsOf(survey, zone);
    if (at >= until) return 'counted';
    if (at < from) return 'coming';
    return standing.taken ? 'handedIn' : 'open';
  }
}

/** How far back the list looks; older ones can still be named by their number. */
const lookBack = 20;

/** Nobody learns what others are asked. */
function noSurvey(number: number): string {
  return `没有给您的第 ${number} 号测评。发“测评”看您的。`;
}

function wrongLetters({ number, questions }: Survey): string {
  const example = questions.map((_, index) => 'AB'.charAt(index % 2)).join('');
  return `测评 ${number} 有 ${questions.length} 个问题，请每个问题写一个字母，连在一起，例如：测评 ${number} ${example}`;
}
