import type { Automatic } from '../automatic/automatic.ts';
import type { Card } from '../chat/card.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import type { Closing } from './closing.ts';
import type { PaperStore } from './paper-store.ts';
import type { Paper } from './paper.ts';
import type { Running, SheetStore } from './sheet-store.ts';
import type { Sheet } from './sheet.ts';

/** Hands in every try whose time is over, each in one step of its own, and tells its person. Returns how many. */
export type ClockHandIn = (at: number) => Promise<number>;

export interface ClockHandInParts {
  readonly store: Pick<PaperStore, 'find'>;
  readonly sheets: Pick<SheetStore, 'overdue' | 'sheet' | 'close'>;
  readonly closing: Closing;
  readonly automatic: Pick<Automatic, 'add'>;
  readonly post: Post;
  readonly zone: Zone;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createClockHandIn(parts: ClockHandInParts): ClockHandIn {
  const { store, sheets, closing, automatic, post, zone, commit } = parts;

  return async (at) => {
    const overdue = await sheets.overdue(at);
    if (overdue.length === 0) return 0;
    const roster = await parts.roster();
    for (let start = 0; start < overdue.length; start += atOnce) {
      const some = overdue.slice(start, start + atOnce);
      await Promise.all(some.map((running) => handInOne(running, roster, at)));
    }
    return overdue.length;
  };

  async function handInOne(running: Running, roster: Roster, at: number): Promise<void> {
    const { number } = running;
    const member = roster.find(running.userid);
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
    const part = { userid, subject, due: addressee.due, card };
    automatic.add(work, [part], new Map([[card, handedInCard(paper)]]));
  }
}

/** Tries handed in together: few enough to leave room for those who are answering. */
const atOnce = 200;

/** The same for everybody: what somebody got is told only when they ask for it. */
function handedInCard({ number, name }: Paper): Card {
  return {
    title: `测试 ${number} 已替您交卷`,
    note: name,
    body: '时间到了，您答过的题都算数。',
    buttons: [{ label: '看结果', line: `测试 ${number} 结果` }],
  };
}
