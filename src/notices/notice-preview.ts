import { audienceRemarks, audienceText } from '../roster/audience.ts';
import type { Card, CardFact } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { isNight, outsideTheHours } from '../publishing/later-words.ts';
import { dateWords, momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { noticeCard } from './notice-cards.ts';
import type { PreparedNotice } from './arranging.ts';
import { questionLines } from './question-lines.ts';
import { isBeyondQuota } from './quota-card.ts';
import { thingWordOf } from './sent-things.ts';

/**
 * What will be sent to whom and when, and the secrecy line (domain §11.3), before anything is sent.
 * `undefined` when it does not fit into the day: then there is nothing to confirm yet.
 */
export function noticePreview(prepared: PreparedNotice, turn: Turn, zone: Zone): Card | undefined {
  if (isBeyondQuota(prepared)) return undefined;
  const { audience, notice, release, leftOut } = prepared;
  const { body = '', facts = [], link } = noticeCard(notice);
  return {
    title: '预览（还没有发出）',
    note: `发给：${audienceText(audience)}`,
    body: [
      `时间：${whenText(prepared, turn, zone)}`,
      ...audienceRemarks(audience, turn.roster),
      '——',
      body,
      ...questionLines(notice.questions),
      // Its own button would be a fifth; it is on 看卡片.
      ...(link === undefined ? [] : [`${link.label}：${link.url}`]),
    ].join('\n'),
    facts: [
      ...facts,
      ...(leftOut === undefined
        ? []
        : [
            {
              label: '没有带',
              value: `刚才的${thingWordOf[leftOut.kind]}。要带，内容前写“${thingWordOf[leftOut.kind]}”`,
            },
          ]),
      { label: '形式', value: formsText(prepared) },
      ...allowanceFacts(prepared, turn),
      ...(release === 'second' ? [{ label: '放行', value: '确认后，要另一位工委成员放行' }] : []),
      { label: '请确认', value: '内容不含涉密和内部文件' },
    ],
    buttons: [
      { label: '看卡片', line: '通知 样子 卡片' },
      { label: '看文字版', line: '通知 样子 文字版' },
    ],
  };
}

/** The same for 改通知, of which no draft is kept that could be looked at. */
export function changePreview(prepared: PreparedNotice, turn: Turn, zone: Zone): Card | undefined {
  const card = noticePreview(prepared, turn, zone);
  return card && { ...card, title: '预览（还没有改）', buttons: [] };
}

function formsText({ addressees, notice }: PreparedNotice): string {
  const texts = addressees.filter(({ textOnly }) => textOnly).length;
  const cards = addressees.length - texts;
  const forms = [
    ...(cards === 0 ? [] : [`卡片 ${groupedNumber(cards)} 人`]),
    ...(texts === 0 ? [] : [`文字版 ${groupedNumber(texts)} 人`]),
  ].join('，');
  return notice.file === undefined ? forms : `${forms}；每人 2 条`;
}

/** In person-times of what WeCom takes on a day (protocol §8.1). */
function allowanceFacts({ allowance, notice }: PreparedNotice, { today }: Turn): readonly CardFact[] {
  if (allowance === undefined) return [];
  const { date, needed, left } = allowance;
  const day = date === today ? '今天' : dateWords(date, today);
  // What is kept back of a day is open to what is urgent, so that there is more left of it.
  const kept = notice.urgency === 'urgent' ? '（含留给加急的）' : '';
  return [{ label: '额度', value: `用 ${groupedNumber(needed)}，${day}还有 ${groupedNumber(left)}${kept}` }];
}

function whenText(prepared: PreparedNotice, turn: Turn, zone: Zone): string {
  const { notice, due, first, disturbed, addressees } = prepared;
  const { minute } = zone.localAt(due ?? turn.at);
  const atNight = isNight(minute) ? `；${outsideTheHours}，这次照发` : '';
  const kept = disturbed === 0 ? '' : atNight || `；其中 ${groupedNumber(disturbed)} 人设了免打扰，也按时送`;
  if (notice.urgency === 'urgent') return `现在（加急）${kept}`;
  if (due !== undefined) {
    const at = momentWords(zone.localAt(due), turn.today);
    const early = addressees.filter((one) => one.due !== due).length;
    return first === undefined
      ? `${at}（定时）${kept}`
      : `书记 ${groupedNumber(early)} 人先发，其余 ${at}${kept}`;
  }
  const dues = addressees.flatMap((one) => (one.due === undefined ? [] : [one.due]));
  const later = dues.filter((one) => one > turn.at).length;
  if (dues.length === 0) return '这些人都设了全天免打扰，送不到';
  if (later === 0) return '现在';
  const from = momentWords(zone.localAt(Math.min(...dues)), turn.today);
  if (later === dues.length) return `${from}起（${outsideTheHours}）`;
  return `现在；其中 ${groupedNumber(later)} 人设了免打扰，过了再送`;
}
