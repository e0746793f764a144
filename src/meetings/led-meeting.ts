import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Zone } from '../time/zone.ts';
import type { MeetingStore } from './meeting-store.ts';
import { whenWords } from './meeting-words.ts';
import type { Meeting } from './meeting.ts';
import { hasBegun } from './telling.ts';

/** Whether a member leads a meeting: called it, or is an officer of the organisation that meets (contract §4). */
export function leads({ roster, member }: Turn, { convenedBy, organisation }: Meeting): boolean {
  if (convenedBy.toLowerCase() === member.person.userid.toLowerCase()) return true;
  return roster.scopeOf(member).some(({ code }) => code === organisation);
}

/**
 * The coming meeting that an officer wants to change or cancel; where no number is said, the only one there
 * is. Throws a Refusal that says why it cannot be, or which there are.
 */
export async function comingLedMeeting(
  turn: Turn,
  number: number | undefined,
  {
    store,
    zone,
    word,
  }: { readonly store: Pick<MeetingStore, 'find' | 'starting'>; readonly zone: Zone; readonly word: string },
): Promise<Meeting> {
  if (number === undefined) return onlyOne(turn, { store, word });
  const meeting = await store.find(number);
  // The same for a meeting of others and for one that does not exist.
  if (meeting === undefined || !leads(turn, meeting)) {
    throw new Refusal(`您这里没有第 ${number} 号会议可以改。发“会议”看接下来的。`);
  }
  const when = whenWords(meeting, turn.today);
  if (meeting.state === 'cancelled') throw new Refusal(`会议 ${number}（${when}）已经取消了。`);
  if (hasBegun(meeting, turn.at, zone)) {
    throw new Refusal(
      `会议 ${number}（${when}）已经开始了，不能再改。要重新定一个，发“开会 下周三15:00 ${meeting.title}”。`,
    );
  }
  return meeting;
}

async function onlyOne(
  turn: Turn,
  { store, word }: { readonly store: Pick<MeetingStore, 'starting'>; readonly word: string },
): Promise<Meeting> {
  const starting = await store.starting({ date: turn.today, minute: turn.minute + 1 });
  const [one, other] = starting.filter((meeting) => meeting.state === 'called' && leads(turn, meeting));
  if (one === undefined) throw new Refusal('您接下来没有定会议。例如：开会 下周三下午3点 党员大会 308会议室');
  if (other === undefined) return one;
  throw new Refusal(
    `您定了不止一个会议，请写编号，例如：${word} ${one.number}（${whenWords(one, turn.today)} ${one.title}）`,
  );
}
