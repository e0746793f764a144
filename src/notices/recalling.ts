import type { Turn } from '../chat/turn.ts';
import type { WithdrawalFigures, Withdrawals } from '../delivery/withdrawals.ts';
import { Refusal } from '../errors.ts';
import type { NoticeStore } from './notice-store.ts';
import { subjectsOf } from './notice-subjects.ts';
import { firstWords } from './notice-cards.ts';
import type { Notice } from './notice.ts';
import type { ReceiptFigures } from './receipt.ts';
import type { ReceiptStore } from './receipt-store.ts';

/** 撤回: a notice that has not gone out is called off, one that has is taken back with its reminders. */
export interface NoticeRecalling {
  /** What recalling it would do. Throws a Refusal when nothing can be recalled any more. */
  plan(turn: Turn, number: number): Promise<RecallPlan>;
  /** Does it, as far as nothing has happened to the notice since. Throws the same Refusals. */
  recall(turn: Turn, number: number): Promise<RecallPlan>;
  /** What has become of a recall, over the notice and its reminders. */
  result(notice: Notice): Promise<RecallResult>;
}

export type RecallPlan =
  | { readonly kind: 'callOff'; readonly notice: Notice }
  /** `late`: WeCom takes back nothing that was delivered; only those who wait for it do not get it. */
  | {
      readonly kind: 'recall';
      readonly reach: 'all' | 'late';
      readonly notice: Notice;
      readonly figures: ReceiptFigures;
    };

/** In messages to single people: somebody who got a notice and its reminder counts twice. */
export type RecallResult = Omit<WithdrawalFigures, 'state'>;

export interface RecallingParts {
  readonly store: NoticeStore;
  readonly receipts: Pick<ReceiptStore, 'figures'>;
  readonly withdrawals: Withdrawals;
}

/** Contract §4 and protocol §4.5. In milliseconds. */
const recallable = 24 * 3_600_000;

export function createNoticeRecalling({ store, receipts, withdrawals }: RecallingParts): NoticeRecalling {
  return {
    plan,
    async recall(turn, number) {
      const planned = await plan(turn, number);
      const { notice } = planned;
      const { life } = notice;
      const { work, at } = turn;
      if (life.state === 'sent') {
        store.change(work, notice, { ...notice, life: { ...life, state: 'recalled', recalledAt: at } });
        for (const subject of subjectsOf(notice)) withdrawals.state(work, subject);
      } else {
        store.change(work, notice, { ...notice, life: { state: 'dropped', why: 'cancelled', at } });
      }
      for (const what of ['send', 'expire', 'report'] as const) store.plan(work, { what, number }, undefined);
      return planned;
    },
    async result(notice) {
      const parts = await Promise.all(subjectsOf(notice).map((subject) => withdrawals.of(subject)));
      return summed(parts.filter((part) => part !== undefined));
    },
  };

  async function plan(turn: Turn, number: number): Promise<RecallPlan> {
    const notice = await store.find(number);
    if (notice === undefined) throw new Refusal(`没有第 ${number} 号通知。发“回执”看最近的。`);
    const { life } = notice;
    switch (life.state) {
      case 'awaiting':
      case 'scheduled':
        return { kind: 'callOff', notice };
      case 'recalled':
        throw new Refusal(`通知 ${number} 已经撤回过了。发“回执 ${number}”看撤回的结果。`);
      case 'dropped':
        throw new Refusal(`通知 ${number} 没有发出过，不用撤回。`);
      case 'sent': {
        const figures = await receipts.figures(number);
        if (turn.at < life.at + recallable) return { kind: 'recall', reach: 'all', notice, figures };
        if (figures.waiting > 0) return { kind: 'recall', reach: 'late', notice, figures };
        throw new Refusal(
          `通知 ${number} 发出超过 24 小时了，企业微信不再让撤回。\n可以再发一条说明，例如：通知 ${typedAudience(notice)} 更正：${firstWords(notice)}`,
        );
      }
    }
  }
}

/** Words that mean the same audience when they are typed; what was taken from several is too long for an example. */
function typedAudience({ audience, audienceName }: Notice): string {
  return audienceName.includes('、') || audienceName.includes('除') ? audience : audienceName;
}

function summed(parts: readonly WithdrawalFigures[]): RecallResult {
  const failed = new Map<string, number>();
  for (const [reason, count] of parts.flatMap((part) => [...part.failed])) {
    failed.set(reason, (failed.get(reason) ?? 0) + count);
  }
  const total = (count: (part: WithdrawalFigures) => number): number =>
    parts.reduce((sum, part) => sum + count(part), 0);
  return {
    recalled: total(({ recalled }) => recalled),
    unsent: total(({ unsent }) => unsent),
    open: total(({ open }) => open),
    failed,
  };
}
