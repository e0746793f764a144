import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { typeNames } from '../quiz/asking-card.ts';
import { audienceRemarks, audienceText } from '../roster/audience.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { lengthOf, typesOf, type Paper } from './paper.ts';
import type { PreparedPaper } from './publishing.ts';
import { toldWords } from '../publishing/told-words.ts';
import { windowWords } from '../publishing/window-words.ts';
import { laterOf } from '../publishing/later-words.ts';

/** What will be published for whom and when, before anything is. */
export function publishPreview(prepared: PreparedPaper, turn: Turn, zone: Zone): Card {
  const { order, audience, portions } = prepared;
  const types = [...typesOf({ portions })].map(([type, count]) => `${typeNames[type]} ${count}`);
  const pool = portions.reduce((sum, portion) => sum + portion.pool.length, 0);
  const tags = [...order.tags].map(([tag, count]) => `${tag} ${count}`);
  return {
    title: '预览（还没有发布）',
    note: `发给：${audienceText(audience)}`,
    body: [
      `${order.name}：${lengthOf({ portions })} 题，${types.join('、')}${tags.length === 0 ? '' : `；其中${tags.join('、')}`}。`,
      `每人从题库里的 ${groupedNumber(pool)} 道题中抽，题目和选项的顺序各人不同。`,
      ...audienceRemarks(audience, turn.roster),
    ].join('\n'),
    facts: [
      { label: '时间', value: windowWords(order, turn.today) },
      {
        label: '及格',
        value: `${order.passMark} 分，${order.tries === undefined ? '次数不限' : `可做 ${order.tries} 次`}`,
      },
      { label: '限时', value: order.minutes === undefined ? '不限' : `${order.minutes} 分钟` },
      { label: '记名', value: order.named ? '是，本支部书记看得到成绩' : '否，只看人数和平均分' },
      { label: '通知', value: announcementWords(prepared, turn, zone) },
    ],
    buttons: [],
  };
}

/** The answer to 确认. */
export function publishedText(
  paper: Paper,
  { announceAt, addressees }: PreparedPaper,
  turn: Turn,
  zone: Zone,
): string {
  const { number, name } = paper;
  if (announceAt > turn.at) {
    return `测试 ${number}（${name}）已发布，${momentWords(zone.localAt(announceAt), turn.today)}起通知大家。\n看进展发“测试 ${number}”。`;
  }
  const reached = addressees.filter(({ due }) => due !== undefined);
  const later = laterOf(
    reached.map(({ due }) => due),
    turn.at,
  );
  return [
    `测试 ${number}（${name}）已发布，${toldWords(reached.length, later, turn, zone)}。`,
    `看进展发“测试 ${number}”。`,
  ].join('\n');
}

function announcementWords({ announceAt, addressees }: PreparedPaper, turn: Turn, zone: Zone): string {
  const dues = addressees.flatMap(({ due }) => (due === undefined ? [] : [due]));
  if (announceAt === turn.at && dues.length === 0) return '这些人都设了全天免打扰，送不到';
  const first = announceAt > turn.at ? announceAt : Math.min(...dues);
  return first > turn.at ? `${momentWords(zone.localAt(first), turn.today)}起` : '确认后就发';
}
