import type { DeliveryCounts } from '../../delivery/counts.ts';
import { shortShare, type DailyQuota } from '../../delivery/daily-quota.ts';
import type { DeadLetter } from '../../delivery/dead-letters.ts';
import type { SendingLimits } from '../../library/sending-limits.ts';
import type { LocalMoment } from '../../time/local-moment.ts';
import { stampWords } from '../../time/spoken-time.ts';
import { groupedNumber } from '../../wording/grouped-number.ts';
import type { Finding } from '../finding.ts';

/** How much of today's quota is used up, and where the ceiling comes from. */
export function checkQuota({ most, sent, promised }: DailyQuota, { accounts }: SendingLimits): Finding {
  const subject = '发送额度';
  const used = sent + promised;
  const basis =
    accounts === undefined
      ? '账号上限按名册人数估算，实际的请写进 content/sending/limits.yaml'
      : `账号上限 ${groupedNumber(accounts)}`;
  const figures = `今天最多 ${groupedNumber(most)} 人次，已发 ${groupedNumber(sent)}，等着发 ${groupedNumber(promised)}；${basis}。`;
  if (used < most * shortShare) return { subject, state: 'well', text: figures };
  return {
    subject,
    state: 'attention',
    text: `${figures}用到九成以后，通知和提醒会留到明天，答复照发。今天请少发群发通知。`,
  };
}

/** What waits, and what WeCom refused for its content. */
export function checkOutbox(
  { held, due, queued, dead }: DeliveryCounts,
  latest: { readonly letter: DeadLetter; readonly at: LocalMoment } | undefined,
): Finding {
  const subject = '待发消息';
  const waiting = due + queued === 0 ? '没有积压' : `${groupedNumber(due + queued)} 条正在发`;
  const later = held === 0 ? '' : `，${groupedNumber(held)} 条到时间再发`;
  if (latest === undefined) return { subject, state: 'well', text: `${waiting}${later}。` };
  const { letter, at } = latest;
  return {
    subject,
    state: 'attention',
    text: `${waiting}${later}。企业微信不收的有 ${groupedNumber(dead)} 条，最近一条在 ${stampWords(at)}：${letter.reason}（错误码 ${letter.errcode}）。请在日志里找 ${letter.id}，看它的 errmsg 和 remedy。`,
  };
}

/** Who cannot be reached, in figures. */
export function checkUnreachable(counts: ReadonlyMap<string, number>): Finding {
  const subject = '送不到的人';
  const total = [...counts.values()].reduce((sum, people) => sum + people, 0);
  if (total === 0) return { subject, state: 'well', text: '没有。' };
  const reasons = [...counts].toSorted(([, a], [, b]) => b - a);
  const words = reasons.map(([reason, people]) => `${reason} ${groupedNumber(people)}`);
  const advice = reasons.flatMap(([reason]) => remedies.get(reason) ?? []);
  return {
    subject,
    state: 'attention',
    text: `${groupedNumber(total)} 人：${words.join('，')}。${advice.join('')}收到下一条消息后自动去掉。`,
  };
}

const remedies: ReadonlyMap<string, string> = new Map([
  ['不在可见范围', '请在管理后台“应用 → 可见范围”里加上他们。'],
  ['没有接口许可', '请在管理后台给他们分配基础接口许可。'],
  ['账号不存在', '请核对名册里的账号和企业微信里的账号。'],
]);
