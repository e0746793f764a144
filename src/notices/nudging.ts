import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { Withdrawals } from '../delivery/withdrawals.ts';
import { Refusal } from '../errors.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Post } from '../post/post.ts';
import { laterOf, type Later } from '../publishing/later-words.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Person } from '../roster/roster.ts';
import { noteDeed } from '../undo/latest-deed.ts';
import type { TakeBack } from '../undo/undo.ts';
import { lifeWords } from './notice-list-text.ts';
import type { NoticeLife } from './notice-life.ts';
import type { NoticeStore } from './notice-store.ts';
import { nudgeSubject } from './notice-subjects.ts';
import type { Notice } from './notice.ts';
import { nudgeCard } from './nudge-card.ts';
import type { TellOfficers } from './nudge-ladder.ts';
import type { ReceiptStore } from './receipt-store.ts';
import type { Zone } from '../time/zone.ts';

/** 催办: reminds those whom a notice reached and who have not confirmed it. */
export interface NoticeNudging {
  /** Throws a Refusal when it is too soon, was done three times, or there is nobody to remind. */
  nudge(turn: Turn, number: number): Promise<Nudged>;
  /** 撤销 of it. */
  readonly takeBack: TakeBack;
}

/** `later`: of the people, who gets it when quiet hours are over. */
export interface Nudged extends Later {
  readonly number: number;
  /** Which nudge it was, from 1. */
  readonly time: number;
  /** Who gets one, now or later. */
  readonly people: number;
  /** Unconfirmed as well, and not reminded: 免提醒 or 离退, or quiet hours all day. */
  readonly spared: number;
  /** How many secretaries and committee members hear of it too. */
  readonly officers: number;
}

/** Dialogues: 最多 3 次. */
export const mostNudges = 3;

export interface NudgingParts {
  readonly store: NoticeStore;
  readonly receipts: Pick<ReceiptStore, 'states'>;
  readonly post: Post;
  readonly withdrawals: Pick<Withdrawals, 'state'>;
  readonly desks: Pick<Desks, 'key'>;
  readonly zone: Zone;
  readonly rules: NoticeRules;
  readonly tellOfficers: TellOfficers;
}

export function createNoticeNudging(parts: NudgingParts): NoticeNudging {
  const { store, receipts, post, withdrawals, desks, zone, rules, tellOfficers } = parts;

  return {
    async nudge(turn, number) {
      const { notice, life } = await nudgeable(turn, number);
      const unconfirmed = await unconfirmedOf(turn, number);
      const toRemind = unconfirmed.filter((person) => !sparedFromReminders(person));
      const addressees = await post.address(
        toRemind.map(({ userid }) => userid),
        'unasked',
        turn.at,
      );
      const reachable = addressees.filter(({ due }) => due !== undefined);
      if (reachable.length === 0) throw new Refusal(nobodyText(number, unconfirmed.length));

      const time = life.nudges.length + 1;
      store.change(turn.work, notice, { ...notice, life: { ...life, nudges: [...life.nudges, turn.at] } });
      const subject = nudgeSubject(number, turn.at);
      post.send(turn.work, { id: subject, subject, card: nudgeCard(notice), urgency: 'reminder' }, reachable);
      const officers = await tellOfficers(turn, notice, time, unconfirmed);
      noteDeed(turn, desks.key(turn.member.person.userid), { kind: 'nudge', detail: `${number} ${time}` });
      return {
        number,
        time,
        people: reachable.length,
        ...laterOf(
          reachable.map(({ due }) => due),
          turn.at,
        ),
        spared: unconfirmed.length - reachable.length,
        officers,
      };
    },
    async takeBack(turn, detail) {
      const [number = 0, time = 0] = detail.split(' ').map(Number);
      const notice = await store.find(number);
      if (notice?.life.state !== 'sent' || notice.life.nudges.length !== time) {
        return `通知 ${number} 之后又有变化，第 ${time} 次催办撤不了了。`;
      }
      const { life } = notice;
      const [latest = 0] = life.nudges.slice(-1);
      store.change(turn.work, notice, { ...notice, life: { ...life, nudges: life.nudges.slice(0, -1) } });
      withdrawals.state(turn.work, nudgeSubject(number, latest));
      return `已撤销通知 ${number} 的第 ${time} 次催办：没送到的不再送，送到的正在从企业微信里删除。`;
    },
  };

  async function nudgeable(
    turn: Turn,
    number: number,
  ): Promise<{ readonly notice: Notice; readonly life: Sent }> {
    const notice = await store.find(number);
    if (notice === undefined) throw new Refusal(`没有第 ${number} 号通知。发“回执”看最近的。`);
    const { life } = notice;
    if (life.state !== 'sent') {
      throw new Refusal(`通知 ${number} 不能催办：${lifeWords(notice, turn.today, zone)}。`);
    }
    if (life.nudges.length >= mostNudges) {
      throw new Refusal(`通知 ${number} 已经催办过 ${mostNudges} 次，不再催了。没确认的，请书记当面说一声。`);
    }
    const next = (life.nudges.at(-1) ?? -Infinity) + rules.nudgeInterval * 60_000;
    if (turn.at >= next) return { notice, life };
    const minutes = Math.ceil((next - turn.at) / 60_000);
    throw new Refusal(
      `通知 ${number} 刚催办过，两次之间至少隔 ${rules.nudgeInterval} 分钟，${minutes} 分钟后可以再催。`,
    );
  }

  /** Those who are still on the roster. */
  async function unconfirmedOf({ roster }: Turn, number: number): Promise<readonly Person[]> {
    const states = await receipts.states(number);
    return roster.people.filter(({ userid }) => states.get(userid.toLowerCase())?.kind === 'sent');
  }
}

type Sent = Extract<NoticeLife, { state: 'sent' }>;

function nobodyText(number: number, unconfirmed: number): string {
  if (unconfirmed === 0) return `通知 ${number} 送到的人都确认了，不用催。`;
  return `通知 ${number} 还有 ${unconfirmed} 人没确认，但他们设了免提醒、离退或全天免打扰，不催。`;
}
