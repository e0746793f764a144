import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Member } from '../roster/member.ts';
import { isOfficerPost } from '../roster/role.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import { inAudience } from '../publishing/audience-of.ts';
import { eachSheet } from './each-sheet.ts';
import type { FindQuestion } from './marking.ts';
import { noPaper } from './opening.ts';
import type { PaperStore } from './paper-store.ts';
import { createTally, type Tallied } from './paper-tally.ts';
import { windowOf } from './paper-window.ts';
import { lengthOf, scoreOf, type Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';
import { bestOf } from './sheet.ts';

/** What officers see of papers: counts over their own people, never an order of persons. */
export interface PaperFigures {
  /** The latest papers that are for any of the officer's people, newest first. */
  watched(turn: Turn): Promise<readonly Paper[]>;
  /** `undefined` when there is no such paper, or it is for none of the officer's people but the officer. */
  of(turn: Turn, number: number): Promise<BranchFigures | undefined>;
  /**
   * Who took it, in the order of the roster: for officers of a branch, of their own branch, and only when
   * the paper was published so. Else a Refusal that says which of it is missing.
   */
  names(turn: Turn, number: number): Promise<BranchNames>;
}

export interface BranchFigures extends Tallied {
  readonly paper: Paper;
  readonly organisation: Organisation;
  /** Those of the officer's people whom the paper is for. */
  readonly people: number;
  /** The window is open, so those who have not taken it can be reminded. */
  readonly isOpen: boolean;
  /** This officer may see `names`. */
  readonly hasNames: boolean;
}

export interface BranchNames {
  readonly paper: Paper;
  readonly branch: Organisation;
  readonly taken: readonly { readonly person: Person; readonly score: number }[];
  readonly notTaken: readonly Person[];
}

export interface PaperFigureParts {
  readonly store: Pick<PaperStore, 'latest' | 'find'>;
  readonly sheets: Pick<SheetStore, 'sheets'>;
  readonly find: FindQuestion;
  readonly zone: Zone;
}

export function createPaperFigures({ store, sheets, find, zone }: PaperFigureParts): PaperFigures {
  return {
    async watched(turn) {
      const latest = await store.latest();
      const recent = Array.from({ length: Math.min(lookBack, latest) }, (_, index) => latest - index);
      const papers = await Promise.all(recent.map((number) => store.find(number)));
      return papers.filter((paper) => paper !== undefined).filter((paper) => concernsOthers(paper, turn));
    },

    async of(turn, number) {
      const paper = await store.find(number);
      const [organisation] = turn.roster.scopeOf(turn.member);
      if (paper === undefined || organisation === undefined || !concernsOthers(paper, turn)) return undefined;
      const tally = createTally(paper, turn.today, find);
      const userids = turn.roster
        .peopleInScopeOf(turn.member)
        .filter(inAudience(paper, turn.roster))
        .map(({ userid }) => userid);
      for await (const sheet of eachSheet(sheets, number, userids)) tally.add(sheet);
      const { from, until } = windowOf(paper, undefined, zone);
      return {
        paper,
        organisation,
        people: userids.length,
        ...tally.sum(),
        isOpen: turn.at >= from && turn.at < until,
        hasNames: paper.named && leadsBranch(turn.member),
      };
    },

    async names(turn, number) {
      const paper = await store.find(number);
      if (paper === undefined) throw new Refusal(noPaper(number));
      const { member, roster } = turn;
      if (!leadsBranch(member)) throw new Refusal('名单只给本支部的书记、副书记和委员看。');
      if (!paper.named) throw new Refusal(`测试 ${number} 发布时没有记名，只有人数和平均分，没有名单。`);
      const people = roster.peopleIn(member.branch.code).filter(inAudience(paper, roster));
      if (people.length === 0) throw new Refusal(noPaper(number));

      const userids = people.map(({ userid }) => userid);
      const all = await sheets.sheets(number, userids);
      const rows = people.map((person, index) => ({ person, best: bestOf(all[index] ?? { results: [] }) }));
      return {
        paper,
        branch: member.branch,
        taken: rows.flatMap(({ person, best }) =>
          best === undefined ? [] : [{ person, score: scoreOf(best.right, lengthOf(paper)) }],
        ),
        notTaken: rows.flatMap(({ person, best }) => (best === undefined ? [person] : [])),
      };
    },
  };
}

/** How far back the list looks; older papers can still be named by their number. */
const lookBack = 60;

/** Figures of oneself alone are no figures. */
function concernsOthers(paper: Paper, { roster, member }: Turn): boolean {
  const includes = inAudience(paper, roster);
  return roster
    .peopleInScopeOf(member)
    .some((person) => person.userid !== member.person.userid && includes(person));
}

/** 书记, 副书记 and 委员 of a 党支部: whoever is above it sees figures only. */
function leadsBranch({ person, branch }: Member): boolean {
  return branch.kind === '党支部' && person.posts.some(isOfficerPost);
}
