import type { Automatic } from '../automatic/automatic.ts';
import { Fault } from '../errors.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { audienceOf } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import { storedRule } from '../roster/stored-audience.ts';
import { dayReportCard } from './day-report-card.ts';
import type { DispatchNotice } from './dispatching.ts';
import { droppedWords } from './notice-list-text.ts';
import type { DroppedWhy, NoticeLife } from './notice-life.ts';
import type { Errand, NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import { missedOf } from './receipt.ts';
import type { ReceiptStore } from './receipt-store.ts';
import type { TellAuthor } from './telling-author.ts';

/** What is done with notices every minute, by nobody's asking. Everything can be done twice. */
export interface NoticeRounds {
  /** Sends what was set for a time, drops what nobody released, and tells authors what became of theirs. */
  advance(at: number): Promise<void>;
  /** Whom `advance` would send what. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface RoundsParts {
  readonly store: NoticeStore;
  readonly receipts: ReceiptStore;
  readonly post: Post;
  readonly automatic: Pick<Automatic, 'announce'>;
  readonly rules: NoticeRules;
  readonly dispatch: DispatchNotice;
  readonly tellAuthor: TellAuthor;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createNoticeRounds(parts: RoundsParts): NoticeRounds {
  const { store, receipts, post, automatic, rules, dispatch, tellAuthor, roster, commit } = parts;

  return {
    async advance(at) {
      const lost: number[] = [];
      for (const errand of await store.due(at)) {
        const notice = await store.find(errand.number);
        // Its author has put it off since.
        if (notice !== undefined && dueOf(notice) > at) continue;
        const work = createUnitOfWork();
        if (notice === undefined) lost.push(errand.number);
        else await run(work, errand.what, notice, at);
        store.plan(work, errand, undefined);
        // A failed expectation says that another replica did it, or that its author was faster.
        await commit(work);
      }
      if (lost.length === 0) return;
      throw new Fault(
        `do what was due with the notices ${lost.join(', ')}`,
        'what Redis keeps of them is gone or damaged: ask who sent them to send them anew',
      );
    },
    async planned(at) {
      const errands = (await store.due(at)).filter(({ what }) => what === 'send');
      const people = await Promise.all(
        errands.map(async ({ number }) => {
          const notice = await store.find(number);
          return notice === undefined
            ? []
            : (await recipientsOf(notice)).userids.map((userid) => ({ userid, what: `通知 ${number}` }));
        }),
      );
      return people.flat();
    },
  };

  async function run(work: StatedWork, what: Errand['what'], notice: Notice, at: number): Promise<void> {
    const { life } = notice;
    if (what === 'send' && life.state === 'scheduled') await send(work, notice, life, at);
    if (what === 'expire' && life.state === 'awaiting') await drop(work, notice, 'notReleased', at);
    if (what === 'report' && life.state === 'sent') await report(notice, at);
  }

  async function send(work: StatedWork, notice: Notice, life: Scheduled, at: number): Promise<void> {
    const { userids, missing } = await recipientsOf(notice);
    if (missing.length > 0) return drop(work, notice, 'audienceGone', at);
    if (userids.length === 0) return drop(work, notice, 'nobody', at);
    if (notice.file !== undefined && at >= notice.file.until) return drop(work, notice, 'fileGone', at);
    const sent: Notice = { ...notice, life: { state: 'sent', at, nudges: [] } };
    store.change(work, notice, sent);
    // Kept to; but what an outage has made late waits for a time at which people are awake.
    const kind = at < life.due + stillInTime ? 'urgent' : 'unasked';
    dispatch(work, sent, await post.address(userids, kind, at), at);
  }

  async function drop(work: StatedWork, notice: Notice, why: DroppedWhy, at: number): Promise<void> {
    store.change(work, notice, { ...notice, life: { state: 'dropped', why, at } });
    const words = `通知 ${notice.number} ${droppedWords[why]}。\n要发请重新写，原文发“通知 ${notice.number}”看。`;
    await tellAuthor(work, notice, { about: why, words }, at);
  }

  async function report(notice: Notice, at: number): Promise<void> {
    const figures = await receipts.figures(notice.number);
    if (!rules.dayReport || figures.unconfirmed + figures.waiting + missedOf(figures) === 0) return;
    const card = dayReportCard(notice, figures);
    await automatic.announce({ userids: [notice.author], subject: `notice-${notice.number}`, card }, at);
  }

  async function recipientsOf({
    audience,
  }: Notice): Promise<{ readonly userids: readonly string[]; readonly missing: readonly string[] }> {
    const now = await roster();
    const rule = storedRule(audience, now);
    return { userids: audienceOf(rule, now).people.map(({ userid }) => userid), missing: rule.missing };
  }
}

/** Before which nothing is to be done with it by itself. */
function dueOf({ life }: Notice): number {
  if (life.state === 'scheduled') return life.due;
  return life.state === 'awaiting' ? life.until : 0;
}

type Scheduled = Extract<NoticeLife, { state: 'scheduled' }>;

/** In milliseconds. */
const stillInTime = 3_600_000;
