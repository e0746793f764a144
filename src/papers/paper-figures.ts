import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { isOfficerPost } from '../roster/role.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import { inAudience } from './audience-of.ts';
import { drawQuestions } from './draw.ts';
import { eachSheet } from './each-sheet.ts';
import type { FindQuestion } from './marking.ts';
import { noPaper } from './opening.ts';
import type { PaperStore } from './paper-store.ts';
import { isPassed, lengthOf, scoreOf, type Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';
import { bestOf, type Sheet } from './sheet.ts';

/** What officers see of a paper: counts over their own people, never an order of persons. */
export interface PaperFigures {
  /** Throws a Refusal when there is no such paper, or it is for none of the officer's people. */
  of(turn: Turn, number: number): Promise<BranchFigures>;
  /**
   * Who took it, in the order of the roster: for officers of a branch, of their own branch, and only when
   * the paper was published so. Else a Refusal that says which of it is missing.
   */
  names(turn: Turn, number: number): Promise<BranchNames>;
}

export interface BranchFigures {
  readonly paper: Paper;
  readonly organisation: Organisation;
  /** Those of the officer's people whom the paper is for. */
  readonly people: number;
  readonly taken: number;
  /** Begun, and nothing handed in yet. */
  readonly underway: number;
  /** Left out while so few have taken it that it would tell what somebody got. */
  readonly marks?: BranchMarks;
}

export interface BranchMarks {
  /** Of everybody's best try, in percent, cut. */
  readonly average: number;
  readonly passed: number;
  /** Of the first tries, the worst first; at most three. */
  readonly mostMissed: readonly MissedQuestion[];
}

export interface MissedQuestion {
  readonly question: QuizQuestion;
  readonly missed: number;
  /** How many had it. */
  readonly asked: number;
}

export interface BranchNames {
  readonly paper: Paper;
  readonly branch: Organisation;
  readonly taken: readonly { readonly person: Person; readonly score: number }[];
  readonly notTaken: readonly Person[];
}

export interface PaperFigureParts {
  readonly store: Pick<PaperStore, 'find'>;
  readonly sheets: Pick<SheetStore, 'sheets'>;
  readonly find: FindQuestion;
}

export function createPaperFigures({ store, sheets, find }: PaperFigureParts): PaperFigures {
  return {
    async of(turn, number) {
      const paper = await paperFor(number);
      const scope = turn.roster.peopleInScopeOf(turn.member).filter(inAudience(paper, turn.roster));
      const [organisation] = turn.roster.scopeOf(turn.member);
      if (organisation === undefined || scope.length === 0) throw new Refusal(noPaper(number));

      const tally = createTally(paper, turn, find);
      const userids = scope.map(({ userid }) => userid);
      for await (const sheet of eachSheet(sheets, number, userids)) tally.add(sheet);
      return { paper, organisation, people: scope.length, ...tally.figures() };
    },

    async names(turn, number) {
      const paper = await paperFor(number);
      const { person, branch } = turn.member;
      if (branch.kind !== '党支部' || !person.posts.some(isOfficerPost)) {
        throw new Refusal('名单只给本支部的书记、副书记和委员看。');
      }
      if (!paper.named) throw new Refusal(`测试 ${number} 发布时没有记名，只有人数和平均分，没有名单。`);
      const people = turn.roster.peopleIn(branch.code).filter(inAudience(paper, turn.roster));
      if (people.length === 0) throw new Refusal(noPaper(number));
      const all = await sheets.sheets(
        number,
        people.map(({ userid }) => userid),
      );
      const rows = people.map((one, index) => ({ person: one, best: bestOf(all[index] ?? { results: [] }) }));
      return {
        paper,
        branch,
        taken: rows.flatMap(({ person: one, best }) =>
          best === undefined ? [] : [{ person: one, score: scoreOf(best.right, lengthOf(paper)) }],
        ),
        notTaken: rows.flatMap(({ person: one, best }) => (best === undefined ? [one] : [])),
      };
    },
  };

  async function paperFor(number: number): Promise<Paper> {
    const paper = await store.find(number);
    if (paper === undefined) throw new Refusal(noPaper(number));
    return paper;
  }
}

/** Fewer results than this would tell what a certain person got. */
export const fewestForMarks = 3;

interface Tally {
  add(sheet: Sheet): void;
  figures(): Pick<BranchFigures, 'taken' | 'underway' | 'marks'>;
}

function createTally(paper: Paper, turn: Turn, find: FindQuestion): Tally {
  const counts = { taken: 0, underway: 0, passed: 0, score: 0 };
  const asked = new Map<string, number>();
  const missed = new Map<string, number>();

  return {
    add(sheet) {
      const best = bestOf(sheet);
      if (best === undefined) {
        counts.underway += sheet.attempt === undefined ? 0 : 1;
        return;
      }
      counts.taken += 1;
      counts.score += (100 * best.right) / lengthOf(paper);
      counts.passed += isPassed(best.right, paper) ? 1 : 0;
      addQuestions(sheet);
    },
    figures() {
      const { taken, underway, passed, score } = counts;
      if (taken < fewestForMarks) return { taken, underway };
      return {
        taken,
        underway,
        marks: { passed, average: Math.floor(score / taken), mostMissed: mostMissed() },
      };
    },
  };

  /** First tries only: later ones say more about patience. */
  function addQuestions({ userid, results: [first] }: Sheet): void {
    if (first?.items === undefined) return;
    const ids = drawQuestions(paper, { userid, try: first.try });
    for (const [index, { mark }] of first.items.entries()) {
      const id = ids[index] ?? '';
      asked.set(id, (asked.get(id) ?? 0) + 1);
      if (mark === 'wrong' || mark === 'blank') missed.set(id, (missed.get(id) ?? 0) + 1);
    }
  }

  function mostMissed(): readonly MissedQuestion[] {
    return [...missed]
      .map(([id, count]) => ({ id, missed: count, asked: asked.get(id) ?? count }))
      .filter(({ missed: count }) => count > 1)
      .toSorted((a, b) => b.missed / b.asked - a.missed / a.asked || b.missed - a.missed)
      .flatMap(({ id, ...figures }) => {
        const question = find(id, turn.today);
        return question === undefined ? [] : [{ question, ...figures }];
      })
      .slice(0, 3);
  }
}
