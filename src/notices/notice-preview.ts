import { groupedNumber } from '../roster/grouped-number.ts';
import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { audienceRemarks, audienceText } from '../roster/audience.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { Notice } from './notice.ts';
import type { PreparedNotice } from './notices.ts';

/** What will be sent to whom and when, and the secrecy line (domain §11.3), before anything is sent. */
export function previewCard(prepared: PreparedNotice, turn: Turn, zone: Zone): Card {
  return {
    title: '预览（还没有发出）',
    note: `发给：${audienceText(prepared.audience)}`,
    body: [
      `时间：${whenText(prepared, turn, zone)}`,
      ...audienceRemarks(prepared.audience, turn.roster),
      '——',
      prepared.text,
    ].join('\n'),
    facts: [{ label: '请确认', value: '内容不含涉密和内部文件' }],
    buttons: [],
  };
}

/** The answer to 确认. */
export function acceptedText(notice: Notice, { addressees }: PreparedNotice, turn: Turn): string {
  const accepted = addressees.filter(({ due }) => due !== undefined);
  const later = accepted.filter(({ due }) => due !== undefined && due > turn.at).length;
  return [
    `通知 ${notice.number} 已交付发送：${groupedNumber(accepted.length)} 人。`,
    ...(later === 0 ? [] : [`其中 ${groupedNumber(later)} 人现在不便打扰，到时间再送达。`]),
    ...(accepted.length === addressees.length
      ? []
      : [`全天免打扰、送不到：${groupedNumber(addressees.length - accepted.length)} 人。`]),
    `发“回执 ${notice.number}”看进展。`,
  ].join('\n');
}

function whenText({ addressees }: PreparedNotice, turn: Turn, zone: Zone): string {
  const dues = addressees.flatMap(({ due }) => (due === undefined ? [] : [due]));
  const [earliest, later] = [Math.min(...dues), dues.filter((due) => due > turn.at).length];
  if (dues.length === 0) return '这些人都设了全天免打扰，送不到';
  if (later === 0) return '现在';
  const from = momentWords(zone.localAt(earliest), turn.today);
  if (later === dues.length) return `${from}起（8:00 到 21:00 之外不打扰）`;
  return `现在；其中 ${groupedNumber(later)} 人在免打扰时间，过了再送`;
}
