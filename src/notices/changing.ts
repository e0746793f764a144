import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { audienceOf } from '../roster/audience.ts';
import { storedRule } from '../roster/stored-audience.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { ArrangeNotice, PreparedNotice } from './arranging.ts';
import { lifeWords } from './notice-list-text.ts';
import type { NoticeLife } from './notice-life.ts';
import type { NoticeStore } from './notice-store.ts';
import type { Notice } from './notice.ts';
import { isBeyondQuota } from './quota-card.ts';
import type { ReadTyped } from './reading.ts';
import { beginsWithTime, isTime, readSendingTime } from './sending-time.ts';

/** 改通知: another text or another time for a notice that waits for its time. All throw a Refusal. */
export interface NoticeChanging {
  /** How it would be: `新的内容`, `定时 后天9点`, or both. */
  prepare(turn: Turn, number: number, text: string): Promise<PreparedNotice>;
  change(turn: Turn, number: number, text: string): Promise<PreparedNotice>;
}

export interface ChangingParts {
  readonly store: NoticeStore;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly read: ReadTyped;
  readonly arrange: ArrangeNotice;
}

export function createNoticeChanging({
  store,
  zone,
  calendar,
  read,
  arrange,
}: ChangingParts): NoticeChanging {
  return {
    async prepare(turn, number, text) {
      return (await planned(turn, number, text)).prepared;
    },
    async change(turn, number, text) {
      const { before, life, prepared } = await planned(turn, number, text);
      if (isBeyondQuota(prepared)) throw new Refusal(`那天的发送额度不够，通知 ${number} 没有改。请换一天。`);
      const due = prepared.due ?? life.due;
      const after: Notice = {
        ...prepared.notice,
        life: { state: 'scheduled', due, revision: life.revision + 1 },
      };
      store.change(turn.work, before, after);
      store.plan(turn.work, { what: 'send', number }, due);
      return prepared;
    },
  };

  async function planned(turn: Turn, number: number, text: string): Promise<Planned> {
    const { notice, life } = await changeable(turn, number);
    const { notice: changed, due } = contentsOf(turn, notice, text, life.due);
    if (due <= turn.at) throw new Refusal(`通知 ${number} 正在发出，改不了了。`);
    const audience = audienceOf(storedRule(notice.audience, turn.roster), turn.roster);
    const prepared = await arrange(turn, { notice: changed, audience, due });
    if (prepared.release === 'second') {
      throw new Refusal(`这样改要另一位工委成员放行。请先发“撤回 ${number}”，再重新发。`);
    }
    return { before: notice, life, prepared };
  }

  /** A time alone changes nothing else; new words take the place of text, link and questions. */
  function contentsOf(
    turn: Turn,
    { life: _, ...before }: Notice,
    text: string,
    due: number,
  ): Pick<Required<PreparedNotice>, 'notice' | 'due'> {
    // A time and nothing else is one, also without 定时.
    const time = text.trim().replace(/^定时[\s:：]*/u, '');
    const now = { today: turn.today, minute: turn.minute, calendar };
    if (isTime(time, now) || (time !== text.trim() && beginsWithTime(time, now))) {
      const { when, rest } = readSendingTime(time, now);
      if (rest === '') return { notice: before, due: zone.instantOf(when.date, when.minute) };
    }
    const { link: _link, ...withoutLink } = before;
    const { contents, due: newDue = due } = read(turn, { text });
    if (contents.urgency === 'urgent') {
      throw new Refusal(`定了时间的不能改成加急。要现在发，先发“撤回 ${before.number}”，再重新发。`);
    }
    return { notice: { ...withoutLink, ...contents }, due: newDue };
  }

  async function changeable(
    turn: Turn,
    number: number,
  ): Promise<{ readonly notice: Notice; readonly life: Scheduled }> {
    const notice = await store.find(number);
    if (notice === undefined) throw new Refusal(`没有第 ${number} 号通知。发“回执”看最近的。`);
    const { life } = notice;
    if (life.state !== 'scheduled') {
      throw new Refusal(
        `只有定了时间还没发的通知能改。通知 ${number}：${lifeWords(notice, turn.today, zone)}。`,
      );
    }
    if (notice.releasedBy !== undefined) {
      throw new Refusal(
        `通知 ${number} 是两个人放行的，内容不能再改。要改，先发“撤回 ${number}”，再重新发。`,
      );
    }
    return { notice, life };
  }
}

interface Planned {
  readonly before: Notice;
  readonly life: Scheduled;
  readonly prepared: PreparedNotice;
}

type Scheduled = Extract<NoticeLife, { state: 'scheduled' }>;
