import type { Audiences } from '../audiences/audiences.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Addressee, Post } from '../post/post.ts';
import type { Audience } from '../roster/audience.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { Notice, ReceiptFigures, ReceiptState } from './notice.ts';
import { noticeCard, quietReason } from './notice-cards.ts';
import type { NoticeStore } from './notice-store.ts';
import { refuseMarkedText } from './secrecy-marks.ts';

/** Broadcasts with receipts. */
export interface Notices {
  /** Who would get this text and when. Throws a Refusal when it cannot be sent. */
  prepare(turn: Turn, audience: string, text: string): Promise<PreparedNotice>;
  /** Accepts it for delivery: written down with every recipient before anybody is told so. */
  send(turn: Turn, prepared: PreparedNotice): Promise<Notice>;
  /** The member's notices that still wait for 收到, newest first. */
  waiting(turn: Turn): Promise<readonly Notice[]>;
  /** The notice, if it was addressed to this member or sent by somebody of the committee. */
  read(turn: Turn, number: number): Promise<Notice | undefined>;
  confirm(turn: Turn, number: number): Promise<Confirmed>;
  /** The latest notices, newest first. */
  latest(count: number): Promise<readonly Notice[]>;
  /** Forgets who got and confirmed notices sent before a day; their figures stay. */
  archiveBefore(day: LocalDate): Promise<void>;
  receipts(
    number: number,
  ): Promise<{ readonly notice: Notice; readonly figures: ReceiptFigures } | undefined>;
  /** The same with what became of each recipient. */
  allReceipts(number: number): Promise<NoticeReceipts | undefined>;
}

export interface NoticeReceipts {
  readonly notice: Notice;
  readonly figures: ReceiptFigures;
  /** By userid in lower case; nobody when the notice is older than a year. */
  readonly states: ReadonlyMap<string, ReceiptState>;
}

export interface PreparedNotice {
  readonly audience: Audience;
  readonly audienceWords: string;
  readonly text: string;
  readonly addressees: readonly Addressee[];
}

export type Confirmed =
  | { readonly outcome: 'confirmed' | 'already'; readonly notice: Notice; readonly at: LocalMoment }
  | { readonly outcome: 'notAddressed' };

/** A notice has to fit into one message with its heading (2,048 bytes, protocol §4.2). In bytes. */
const longestText = 1800;

/** How far back 通知 looks for notices that wait; older ones can still be confirmed by number. */
const lookBack = 60;

export function createNotices({
  store,
  audiences,
  post,
}: {
  readonly store: NoticeStore;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly post: Post;
}): Notices {
  return {
    async prepare(turn, audienceWords, text) {
      refuseMarkedText(text);
      const bytes = Buffer.byteLength(text);
      if (bytes > longestText) {
        throw new Refusal(
          `通知太长了：现在约 ${Math.ceil(bytes / 3)} 个汉字，最多约 ${longestText / 3} 个。请缩短，或把全文放在网页上，只发链接和要点。`,
        );
      }
      const audience = await audiences.of(turn, audienceWords, `例如：通知 全体 ${text.slice(0, 12)}`);
      const userids = audience.people.map(({ userid }) => userid);
      return { audience, audienceWords, text, addressees: await post.address(userids, 'unasked', turn.at) };
    },
    async send(turn, { audienceWords, text, addressees }) {
      const notice: Notice = {
        number: (await store.latest()) + 1,
        text,
        audience: audienceWords,
        author: turn.member.person.userid,
        sentAt: momentOf(turn),
      };
      const never = addressees.filter(({ due }) => due === undefined);
      const reachable = addressees.filter(({ due }) => due !== undefined);
      store.add(turn.work, notice, {
        reachable: reachable.map(({ userid }) => userid),
        unreachable: new Map(never.length === 0 ? [] : [[quietReason, never.map(({ userid }) => userid)]]),
      });
      const letter = { id: `notice-${notice.number}`, card: noticeCard(notice), urgency: 'notice' as const };
      post.send(turn.work, { ...letter, notice: notice.number }, reachable);
      return notice;
    },
    async waiting(turn) {
      const numbers = await recentNumbers(lookBack);
      const states = await store.stateOf(turn.member.person.userid, numbers);
      return found(numbers.filter((_, index) => waits(states[index])));
    },
    async read(turn, number) {
      const [state] = await store.stateOf(turn.member.person.userid, [number]);
      return state === undefined && turn.member.role !== 'committee' ? undefined : store.find(number);
    },
    async confirm(turn, number) {
      const { userid } = turn.member.person;
      const notice = await store.find(number);
      const [state] = notice === undefined ? [] : await store.stateOf(userid, [number]);
      if (notice === undefined || state === undefined) return { outcome: 'notAddressed' };
      if (state.kind === 'confirmed') return { outcome: 'already', notice, at: state.at };
      store.confirm(turn.work, number, userid, momentOf(turn));
      return { outcome: 'confirmed', notice, at: momentOf(turn) };
    },
    async latest(count) {
      return found(await recentNumbers(count));
    },
    async archiveBefore(day) {
      for (const notice of await found(await recentNumbers(Infinity))) {
        if (notice.sentAt.date < day) await store.archive(notice.number);
      }
    },
    async receipts(number) {
      const notice = await store.find(number);
      return notice && { notice, figures: await store.figures(number) };
    },
    async allReceipts(number) {
      const [notice, figures, states] = await Promise.all([
        store.find(number),
        store.figures(number),
        store.states(number),
      ]);
      return notice && { notice, figures, states };
    },
  };

  async function recentNumbers(count: number): Promise<readonly number[]> {
    const latest = await store.latest();
    return Array.from({ length: Math.min(count, latest) }, (_, index) => latest - index);
  }

  async function found(numbers: readonly number[]): Promise<readonly Notice[]> {
    const notices = await Promise.all(numbers.map((number) => store.find(number)));
    return notices.filter((notice) => notice !== undefined);
  }
}

function waits(state: ReceiptState | undefined): boolean {
  return state?.kind === 'accepted' || state?.kind === 'sent';
}

function momentOf(turn: Turn): LocalMoment {
  return { date: turn.today, minute: turn.minute };
}
