import type { Card } from '../chat/card.ts';
import { fitsButton } from '../wording/choice-question.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { momentWords } from '../time/spoken-time.ts';
import { monthlyWords } from '../time/spoken/monthly.ts';
import type { Zone } from '../time/zone.ts';
import type { Called, PreparedCall } from './calling.ts';
import { countInvited } from './invitation.ts';
import { guestsNote } from './guests-note.ts';
import { orderLine } from './meeting-order.ts';
import { agendaLines, expectedWords, whenAndWhere } from './meeting-words.ts';
import { overlapWords } from './overlap-words.ts';
import { ownReplyLine } from './own-reply-line.ts';
import { reachWords } from './reach-words.ts';
import { reminderWords } from './reminder-words.ts';
import type { Reach } from './telling.ts';
import { toldWords } from '../publishing/told-words.ts';

/** What will be called, before anybody hears of it; and the line that 确认 runs. */
export function callPreview(
  prepared: PreparedCall,
  turn: Turn,
  zone: Zone,
): { readonly card: Card; readonly line: string } {
  const { order, agenda, overlaps } = prepared;
  const line = orderLine(order);
  const own = turn.roster.scopeOf(turn.member)[0];
  const { monthly, title, when, place } = order;
  const repeats =
    monthly === undefined ? [] : [`每月${monthlyWords(monthly)}都开，遇休息日顺延；上面是第一次。`];
  const warnings = [
    ...overlaps.slice(0, 1).map((overlap) => overlapWords(overlap, turn.today)),
    ...(order.type.advice === undefined ? [] : [`${order.type.advice}。`]),
  ];
  return {
    card: {
      title: `请核对：${title}`,
      note: whenAndWhere({ ...when, place: place ?? '地点没有写' }, turn.today),
      body: [
        ...repeats,
        ...(own?.code === order.organisation.code ? [] : [order.organisation.name]),
        expectedLine(prepared),
        // In front of the agenda, the end of which a card may cut off.
        ...warnings,
        ...agendaLines(agenda, 60),
      ].join('\n'),
      facts: [
        { label: '通知', value: announcedWords(prepared, turn, zone) },
        { label: '提醒', value: reminderWords(prepared.reminders, when.date, zone) },
      ],
      buttons: fitsButton(line) ? [{ label: '改时间', line: `开会 改时间 ${line.slice(3)}` }] : [],
    },
    line,
  };
}

/** The answer to 确认. */
export function calledText(
  { meeting, series }: Called,
  { reach, announceAt }: PreparedCall,
  turn: Turn,
  zone: Zone,
): string {
  const kept =
    series === undefined
      ? []
      : [`每月的这个会已记下（${series.number} 号）。不要了发“停止每月会议 ${series.number}”。`];
  if (meeting === undefined) {
    const from = announceAt === undefined ? '' : momentWords(zone.localAt(announceAt), turn.today);
    return [`已定下，第一次${from} 起通知大家。`, ...kept].join('\n');
  }
  return [
    `会议 ${meeting.number} 定好了，${toldWords(reach.reached.length, reach, turn, zone)}${guestsNote(guestsAmong(reach))}。`,
    ...(reach.missed === 0 ? [] : [`会前送不到 ${groupedNumber(reach.missed)} 人，请当面告诉一下。`]),
    ...(reach.isOfOthers ? [ownReplyLine(meeting)] : []),
    ...kept,
    `看谁回复了，发“会议 ${meeting.number}”。`,
  ].join('\n');
}

/** Of a monthly meeting the first is announced when its time has come. */
function announcedWords({ reach, announceAt }: PreparedCall, turn: Turn, zone: Zone): string {
  if (announceAt === undefined) return reachWords(reach, turn, zone);
  return `${momentWords(zone.localAt(announceAt), turn.today)}起，${groupedNumber(reach.reached.length)} 人`;
}

function guestsAmong({ reached }: Reach): number {
  return reached.filter(({ standing }) => standing === 'guest').length;
}

function expectedLine({ invited, order }: PreparedCall): string {
  const counts = countInvited(invited);
  const vote = order.type.quorum === undefined ? '' : `，有表决权 ${groupedNumber(counts.voting)} 人`;
  return expectedWords(counts) + vote;
}
