import type { Automatic } from '../automatic/automatic.ts';
import type { Hours } from '../hours/hours.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import { announcementOf } from './announcement.ts';
import { inAudience } from './audience-of.ts';
import type { Closing } from './closing.ts';
import { eachSheet } from './each-sheet.ts';
import { credited, type FindQuestion } from './marking.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import type { PaperStore } from './paper-store.ts';
import { windowOf } from './paper-window.ts';
import type { Paper } from './paper.ts';
import { creditPassed } from './passed.ts';
import type { Running, SheetStore } from './sheet-store.ts';
import type { Sheet } from './sheet.ts';

/** What is done with papers every minute, by nobody's asking. Everything can be done twice. */
export interface Rounds {
  /** Hands in every try whose time is over, each in one step of its own, and tells its person. Returns how many. */
  handIn(at: number): Promise<number>;
  /** Announces the papers whose window has begun. */
  announce(at: number): Promise<void>;
  /** Gives whoever had a question that was withdrawn meanwhile the point for it. */
  credit(at: number): Promise<void>;
  /** Whom `handIn` and `announce` would tell what. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface RoundsParts {
  readonly store: Pick<PaperStore, 'find'>;
  readonly diary: PaperDiary;
  readonly sheets: SheetStore;
  readonly closing: Closing;
  readonly find: FindQuestion;
  readonly hours: Pick<Hours, 'credit'>;
  readonly automatic: Pick<Automatic, 'add'>;
  readonly post: Post;
  readonly zone: Zone;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createRounds(parts: RoundsParts): Rounds {
  const { store, diary, sheets, closing, find, hours, automatic, post, zone, commit } = parts;

  return {
    async handIn(at) {
      const overdue = await sheets.overdue(at);
      const roster = overdue.length === 0 ? undefined : await parts.roster();
      for (let start = 0; start < overdue.length; start += atOnce) {
        const some = overdue.slice(start, start + atOnce);
        await Promise.all(some.map((running) => handInOne(running, roster, at)));
      }
      return overdue.length;
    },
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
      for (const paper of await papersOf(await diary.stillOpen(at))) {
        const known = await diary.withdrawn(paper.number);
        const gone = paper.portions
          .flatMap(({ pool }) => pool)
          .filter((id) => !known.has(id) && find(id, today) === undefined);
        if (gone.length === 0 || !(await creditEverybody(paper, new Set(gone)))) continue;
        const work = createUnitOfWork();
        diary.noteWithdrawn(work, paper.number, gone, today);
        await commit(work);
      }
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

  async function handInOne(running: Running, roster: Roster | undefined, at: number): Promise<void> {
    const { number } = running;
    const member = roster?.find(running.userid);
    const userid = member?.person.userid ?? running.userid;
    const [paper, sheet] = await Promise.all([store.find(number), sheets.sheet(number, userid)]);
    const { attempt } = sheet;
    if (paper !== undefined && attempt !== undefined && at < attempt.deadline) return;

    const work = createUnitOfWork();
    if (paper === undefined || attempt === undefined) {
      // Nothing is open any more, or nothing that can be read: it is not looked at every minute for ever.
      sheets.close(work, sheet, undefined);
    } else {
      const after = closing(work, { paper, sheet, attempt, by: 'clock', at: attempt.deadline });
      const isTold = member !== undefined && !sparedFromReminders(member.person);
      if (isTold && after.results.length > sheet.results.length) await tell(work, paper, after, at);
    }
    // A failed expectation says that the person, or another replica, was quicker.
    await commit(work);
  }

  async function tell(work: StatedWork, paper: Paper, { userid, results }: Sheet, at: number): Promise<void> {
    const [addressee] = await post.address([userid], 'automatic', at);
    if (addressee?.due === undefined) return;
    const card = `${zone.localAt(at).date} paper-${paper.number}-over`;
    const subject = `paper-${paper.number}-over-${results.length}`;
    automatic.add(
      work,
      [{ userid, subject, due: addressee.due, card }],
      new Map([
        [
          card,
          {
            title: `测试 ${paper.number} 已替您交卷`,
            note: paper.name,
            body: '时间到了，您答过的题都算数。',
            buttons: [{ label: '看结果', line: `测试 ${paper.number} 结果` }],
          },
        ],
      ]),
    );
  }

  /** Whether everything was written; if not, the next round tries again. */
  async function creditEverybody(paper: Paper, gone: ReadonlySet<string>): Promise<boolean> {
    const { people } = await parts.roster();
    const userids = people.map(({ userid }) => userid);
    let isComplete = true;
    for await (const sheet of eachSheet(sheets, paper.number, userids)) {
      const revised = sheet.results.flatMap((result) => credited(paper, sheet.userid, result, gone) ?? []);
      if (revised.length === 0) continue;
      const work = createUnitOfWork();
      for (const result of revised) {
        sheets.revise(work, sheet, result);
        creditPassed(hours, work, sheet.userid, { paper, right: result.right });
      }
      if ((await commit(work)) !== undefined) isComplete = false;
    }
    return isComplete;
  }

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

/** Tries handed in together: few enough to leave room for those who are answering. */
const atOnce = 200;
