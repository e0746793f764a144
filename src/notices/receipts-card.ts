import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import type { Person } from '../roster/roster.ts';
import { cutOffWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { figureLines } from './figure-lines.ts';
import { lifeWords } from './notice-list-text.ts';
import { recallLines } from './recall-text.ts';
import type { ReceiptState } from './receipt.ts';
import type { SeenReceipts } from './receipts.ts';

/** 回执 203: what became of its recipients; the lines add up to all of them. */
export function receiptsCard(seen: SeenReceipts, turn: Turn, zone: Zone): Card {
  const { notice, scope, isNamed, figures, recall } = seen;
  const { number, life } = notice;
  const now = { date: turn.today, minute: turn.minute };
  const cutOff = cutOffWords(now, now.date);
  const wentOut = life.state === 'sent' || life.state === 'recalled';
  if (!wentOut) {
    return {
      title: `通知 ${number} · ${lifeWords(notice, turn.today, zone)}`,
      body: `发给：${notice.audienceName}。\n原文发“通知 ${number}”。`,
      buttons: life.state === 'dropped' ? [] : [{ label: '撤回', line: `撤回 ${number}` }],
    };
  }
  const notes = [...(scope === undefined ? [] : [scope.name]), ...(recall === undefined ? [] : ['已撤回'])];
  return {
    title: `通知 ${number} · ${cutOff}`,
    ...(notes.length === 0 ? {} : { note: notes.join(' · ') }),
    body: [
      ...(isNamed ? namedLines(seen) : figureLines(figures)),
      ...answerLines(seen),
      ...(recall === undefined || scope !== undefined ? [] : recallLines(recall)),
    ].join('\n'),
    buttons: scope === undefined ? committeeButtons(seen) : officerButtons(seen),
  };
}

/** How many have answered the first question, and how to see the rest. */
function answerLines({ notice, answers, figures }: SeenReceipts): readonly string[] {
  const [first] = answers;
  if (first === undefined) return [];
  return [
    `答复 ${groupedNumber(first.answered)}/${groupedNumber(figures.total)}，看结果发“回执 ${notice.number} 答复”`,
  ];
}

/** The same with names, for the officers of a branch (dialogues, rule 4). */
function namedLines({ figures, people, states }: SeenReceipts): readonly string[] {
  const withKind = (kind: ReceiptState['kind']): readonly Person[] =>
    people.filter(({ userid }) => states.get(userid.toLowerCase())?.kind === kind);
  const missed = withKind('unreachable').map((person) => {
    const state = states.get(person.userid.toLowerCase());
    return `${person.name}（${state?.kind === 'unreachable' ? state.reason : ''}）`;
  });
  const waiting = withKind('accepted');
  return [
    `已确认 ${figures.confirmed}/${figures.total}`,
    `未确认 ${figures.unconfirmed}${listed(withKind('sent').map(({ name }) => name))}`,
    ...(waiting.length === 0 ? [] : [`正在发送或到时间再送 ${waiting.length}`]),
    `未送达 ${missed.length}${listed(missed)}`,
  ];
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `：${names.slice(0, mostNames).join('、')}${names.length > mostNames ? '等' : ''}`;
}

/** So that a card holds them; all are in the table. */
const mostNames = 12;

function committeeButtons({ notice, figures }: SeenReceipts): Card['buttons'] {
  const { number, life } = notice;
  const isOpen = life.state === 'sent' && figures.unconfirmed > 0;
  return [
    ...(isOpen ? [{ label: '催办', line: `催办 ${number}` }] : []),
    { label: '按单位', line: `回执 ${number} 单位` },
    { label: '导出', line: `导出 回执 ${number}` },
    ...(life.state === 'sent' ? [{ label: '撤回', line: `撤回 ${number}` }] : []),
  ];
}

function officerButtons({ notice, figures, isNamed }: SeenReceipts): Card['buttons'] {
  const { number, life } = notice;
  const isOpen = life.state === 'sent' && figures.unconfirmed > 0;
  return [
    ...(isOpen ? [{ label: '提醒', line: `提醒 通知 ${number}` }] : []),
    ...(isNamed ? [] : [{ label: '按单位', line: `回执 ${number} 单位` }]),
    { label: '看全文', line: `通知 ${number}` },
    { label: '导出', line: `导出 回执 ${number}` },
  ];
}
