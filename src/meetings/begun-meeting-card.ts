import { countsWords } from '../attendance/counts-words.ts';
import type { RollEntry } from '../attendance/roll-entry.ts';
import { presenceNotes } from '../attendance/roll-words.ts';
import type { Card, CardButton } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { cutOffNow, timeWords } from '../time/spoken-time.ts';
import { reasonWords } from './leave-cards.ts';
import type { BegunMeetingView } from './meeting-view.ts';
import { agendaLines, whenAndWhere } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';

/** 会议 7 from its start on: who came counts, as 考勤 has it, and nobody is asked for a reply. */
export function begunMeetingCard(view: BegunMeetingView, turn: Turn): Card {
  const { meeting, came, isLed } = view;
  const whose = isLed ? '' : (turn.roster.scopeOf(turn.member)[0]?.name ?? '');
  return {
    title: `会议 ${meeting.number} · ${meeting.title}`,
    note: whenAndWhere(meeting, turn.today),
    body: [
      meeting.state === 'held' ? '这个会开过了。' : '这个会已经开始了。',
      ...(came === undefined ? [] : [`${whose}${countsWords(came)}（${cutOffNow(turn)}）`]),
      ...(came === undefined || came.guests === 0 ? [] : [`另有列席 ${came.guests}`]),
      ...agendaLines(meeting.agenda, 80),
      ...ownLines(view),
    ].join('\n'),
    buttons: isLed ? officerButtons(meeting) : [],
  };
}

function ownLines({ meeting, standing, reply, entry }: BegunMeetingView): readonly string[] {
  if (standing === undefined) return [];
  if (entry !== undefined) return [`您：${entryWords(entry)}`];
  if (reply?.kind === 'leave' && reply.approval !== 'declined') {
    return [`您：请假（${reasonWords(reply.reason)}）`];
  }
  if (meeting.state === 'held') return ['您：没有签到'];
  return ['您：还没有签到；到了请发主持人报的码，例如：签到 4821'];
}

/** `已签到 15:02，记迟到`; the minute of a 代签 is not when the person came. */
export function entryWords({ source, presence, at }: RollEntry): string {
  const signed = {
    code: `已签到 ${timeWords(at.minute)}`,
    recorded: '已代签到会',
    madeUp: '已补签到会',
  }[source.kind];
  return signed + presenceNotes[presence];
}

function officerButtons({ number, state }: Meeting): readonly CardButton[] {
  return [
    { label: '考勤', line: `考勤 ${number}` },
    ...(state === 'held' ? [{ label: '纪要', line: `纪要 ${number}` }] : []),
  ];
}
