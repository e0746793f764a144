import type { Turn } from '../chat/turn.ts';
import { momentWords, timeWords } from '../time/spoken-time.ts';
import type { Attended, TypedCode } from './attend.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { RollEntry } from './roll-entry.ts';
import { nameOf, presenceNotes } from './roll-words.ts';

/** The answer to 签到 4821. */
export function attendText(attended: Attended, { code }: TypedCode, turn: Turn): string {
  switch (attended.outcome) {
    case 'attended':
      return `已签到：${meetingWords(attended.meeting)}，${entryWords(attended.entry)}。`;
    case 'already':
      return alreadyText(attended, turn);
    case 'wrong':
      return `没有对上：${code} 不是现在的签到码。\n码每分钟换一个，请听主持人报最新的那个再发。`;
    case 'wait':
      return `刚才几次都没有对上，请 ${attended.minutes} 分钟后再发，或者请书记给您代签。`;
    case 'paused':
      return `这场会的签到码要换一个了。\n请告诉主持人，发“签到码 ${attended.meeting.number} 换”。`;
    case 'twice':
      return '您现在有两场会，这一分钟的签到码恰好相同。请等主持人报下一个码再发。';
    case 'notBegun':
      return `${meetingWords(attended.meeting)}还没有报签到码，请等主持人报了再发。`;
    case 'noMeeting':
      return '您现在没有正在签到的会议，所以没有记。\n看自己的会议，发“会议”；学习签到只发“签到”两个字。';
  }
}

function alreadyText(
  { meeting, entry }: Extract<Attended, { readonly outcome: 'attended' | 'already' }>,
  turn: Turn,
): string {
  const { source, at } = entry;
  if (source.kind === 'code') return `您已经签到了：${meetingWords(meeting)}，${entryWords(entry)}。`;
  const what = source.kind === 'recorded' ? '代签' : '补签';
  const when = momentWords(at, turn.today);
  return `您已经在到会名单上了：${meetingWords(meeting)}，${nameOf(turn.roster, source.by)} ${when} ${what}。`;
}

/** `15:12，记迟到` */
function entryWords({ presence, at }: RollEntry): string {
  return `${timeWords(at.minute)}${presenceNotes[presence]}`;
}
