import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { laterOf, laterWords } from '../publishing/later-words.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { PreparedNotice } from './arranging.ts';
import { quotaCard } from './quota-card.ts';
import type { SendOutcome, SentNotice } from './sending.ts';

/** The answer to 确认; what can be chosen when it did not fit into the day. */
export function sentAnswer(outcome: SendOutcome, turn: Turn, zone: Zone): Answer {
  return outcome.outcome === 'sent'
    ? sentText(outcome, turn, zone)
    : { card: quotaCard(outcome.prepared, turn) };
}

function sentText({ notice, prepared, counted }: SentNotice, turn: Turn, zone: Zone): string {
  const { number, life } = notice;
  const people = groupedNumber(prepared.audience.people.length);
  const moment = (instant: number): string => momentWords(zone.localAt(instant), turn.today);
  const changed =
    counted === undefined
      ? []
      : [`预览以后名册有变动：那时 ${groupedNumber(counted)} 人，现在 ${people} 人。`];
  switch (life.state) {
    case 'awaiting':
      return [
        `通知 ${number} 已请另一位工委成员放行，还没有发出。`,
        ...changed,
        `${moment(life.until)}前没有放行，就不发了。不想发了，发“撤回 ${number}”。`,
      ].join('\n');
    case 'scheduled':
      return [
        `通知 ${number} 定在${moment(life.due)}发给 ${people} 人，按那时的名册。`,
        ...changed,
        `要改发“改通知 ${number} 新的内容”，不发了发“撤回 ${number}”。`,
      ].join('\n');
    default:
      return [...deliveredLines(number, prepared, turn, zone), ...changed, `发“回执 ${number}”看进展。`].join(
        '\n',
      );
  }
}

/** The answer to 确认 of 改通知. */
export function changedText({ notice, audience, due }: PreparedNotice, turn: Turn, zone: Zone): string {
  const when = due === undefined ? '' : momentWords(zone.localAt(due), turn.today);
  return `已改。通知 ${notice.number} ${when}发给 ${groupedNumber(audience.people.length)} 人，按那时的名册。`;
}

function deliveredLines(
  number: number,
  { addressees }: PreparedNotice,
  turn: Turn,
  zone: Zone,
): readonly string[] {
  const dues = addressees.flatMap(({ due }) => (due === undefined ? [] : [due]));
  const later = laterWords(laterOf(dues, turn.at), turn, zone);
  const never = addressees.length - dues.length;
  return [
    `通知 ${number} 已交付发送：${groupedNumber(dues.length)} 人。`,
    ...(later === undefined ? [] : [`${later}。`]),
    ...(never === 0 ? [] : [`全天免打扰、送不到：${groupedNumber(never)} 人。`]),
  ];
}
