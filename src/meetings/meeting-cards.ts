import type { Card, CardButton } from '../chat/card.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Standing } from './invitation.ts';
import { agendaLines, whenAndWhere, whenWords } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';

/** What the people of a meeting get. `today` is the day on which they read it. */
export interface Reader {
  readonly today: LocalDate;
  readonly standing: Standing;
}

export function invitationCard(
  meeting: Meeting,
  { organisation, today, standing }: Reader & { readonly organisation: string },
): Card {
  const asked = standing === 'guest' ? '请您列席。' : '请您参加。';
  return {
    title: `会议 ${meeting.number} · ${meeting.title}`,
    note: whenAndWhere(meeting, today),
    body: [`${organisation}　${asked}`, ...agendaLines(meeting.agenda, 110)].join('\n'),
    buttons: replyButtons(meeting),
  };
}

/** The time or the place is another one. */
export function changedCard(before: Meeting, after: Meeting, { today }: Reader): Card {
  const { news, was } = changeWords(before, after, today);
  return {
    title: `会议 ${after.number} ${news} · ${after.title}`,
    note: whenAndWhere(after, today),
    body: before.round === after.round ? was : `${was}\n时间变了，请您再回复一次。`,
    buttons: replyButtons(after),
  };
}

function changeWords(
  before: Meeting,
  after: Meeting,
  today: LocalDate,
): { readonly news: string; readonly was: string } {
  if (before.round !== after.round) return { news: '改时间了', was: `原来是${whenWords(before, today)}。` };
  if (before.place !== after.place) {
    return { news: '换地方了', was: `开始时间不变，原来在${before.place ?? '别处'}。` };
  }
  return { news: '改了结束时间', was: '开始的时间和地点不变。' };
}

/** Nothing is left to do, so it has no buttons. */
export function cancelledCard({ number, title, reason, ...when }: Meeting, { today }: Reader): Card {
  return {
    title: `会议 ${number} 取消了 · ${title}`,
    note: `原定${whenAndWhere(when, today)}`,
    body: [...(reason === undefined ? [] : [`原因：${reason}`]), '您不用再回复，也不会再提醒。'].join('\n'),
    buttons: [],
  };
}

/** To those who have not replied. */
export function unansweredCard(meeting: Meeting, today: LocalDate): Card {
  return {
    title: `请您回复：会议 ${meeting.number} · ${meeting.title}`,
    note: whenAndWhere(meeting, today),
    body: '您还没有说来不来，方便时点一下。',
    buttons: replyButtons(meeting),
  };
}

/** To those who said that they come. */
export function comingCard(meeting: Meeting, today: LocalDate): Card {
  return {
    title: `${whenWords(meeting, today)} · ${meeting.title}`,
    ...(meeting.place === undefined ? {} : { note: meeting.place }),
    body: [...agendaLines(meeting.agenda, 110), '来不了的话，请点“请假”。'].join('\n'),
    // Not the main thing to do, so it does not look like it.
    buttons: [{ label: '请假', line: `请假 ${meeting.number}`, tone: 'choice' }],
  };
}

/** With the round they were shown in: an old card does not say yes to a new time. */
export function replyButtons({ number, round }: Pick<Meeting, 'number' | 'round'>): readonly CardButton[] {
  return [
    { label: '参加', line: `参加 ${number} ${round}` },
    { label: '请假', line: `请假 ${number}` },
  ];
}
