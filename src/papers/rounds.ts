import { createUnitOfWork } from '../redis/unit-of-work.ts';
import { announcementOf } from './announcement.ts';
import { inAudience } from '../publishing/audience-of.ts';
import { createClockHandIn, type ClockHandIn, type ClockHandInParts } from './clock-hand-in.ts';
import { createCreditWithdrawn, type CreditingParts } from './crediting.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import { windowOf } from './paper-window.ts';
import type { Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';

/** What is done with papers every minute, by nobody's asking. Everything can be done twice. */
export interface Rounds {
  readonly handIn: ClockHandIn;
  /** Announces the papers whose window has begun. */
  announce(at: number): Promise<void>;
  /** Credits everybody with the questions of open papers that were withdrawn meanwhile. */
  credit(at: number): Promise<void>;
  /** Whom `handIn` and `announce` would tell what. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface RoundsParts extends ClockHandInParts, CreditingParts {
  readonly diary: PaperDiary;
  readonly sheets: SheetStore;
}

export function createRounds(parts: RoundsParts): Rounds {
  const { store, diary, sheets, post, zone, commit } = parts;
  const creditWithdrawn = createCreditWithdrawn(parts);

  return {
    handIn: createClockHandIn(parts),
    async announce(at) {
      for (const paper of await papersOf(await diary.toAnnounce(at))) {
        const today = zone.localAt(at).date;
        const work = createUnitOfWork();
        diary.noteAnnounced(work, paper.number, today);
        // After so long a downtime there is nothing left to invite anybody to.
        if (at < windowOf(paper, undefined, zone).until) {
          const userids = await useridsFor(paper);
          post.send(work, announcementOf(paper, today), await post.address(userids, 'unasked', at));
        }
        // A failed expectation says that it was announced before.
        await commit(work);
      }
    },
    async credit(at) {
      const today = zone.localAt(at).date;
      for (const paper of await papersOf(await diary.stillOpen(at))) await creditWithdrawn(paper, today);
    },
    async planned(at) {
      const overdue = await sheets.overdue(at);
      const announced = await papersOf(await diary.toAnnounce(at));
      const invited = announced.map(async (paper) =>
        (await useridsFor(paper)).map((userid) => ({ userid, what: `测试 ${paper.number} 可以做了` })),
      );
      return [
        ...overdue.map(({ number, userid }) => ({ userid, what: `测试 ${number} 自动交卷` })),
        ...(await Promise.all(invited)).flat(),
      ];
    },
  };

  async function useridsFor(paper: Paper): Promise<readonly string[]> {
    const roster = await parts.roster();
    return roster.people.filter(inAudience(paper, roster)).map(({ userid }) => userid);
  }

  async function papersOf(numbers: readonly number[]): Promise<readonly Paper[]> {
    return (await Promise.all(numbers.map((number) => store.find(number)))).filter(
      (paper) => paper !== undefined,
    );
  }
}
