import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import type { ShownCode } from './attendance.ts';
import { meetingWords } from '../meetings/meeting-words.ts';

/** 签到码 7: what the chair reads out. */
export function codeCard({ meeting, spoken, figures, isPaused }: ShownCode, turn: Turn): Card {
  const { code, secondsLeft } = spoken;
  const { number } = meeting;
  return {
    title: `签到码 ${code}`,
    note: isPaused
      ? '输错的次数太多，已经停用。请点“换码”。'
      : `${meetingWords(meeting)}，还有 ${secondsLeft} 秒`,
    body: [
      `请念给到会的人听，各自发“签到 ${code}”。`,
      `线上参加的，后面加“线上”两个字。`,
      `已签到 ${figures.there}/${figures.expected}（${cutOffNow(turn)}）`,
    ].join('\n'),
    buttons: [
      // A tap gives another code than the one on this card, also when it comes twice.
      { label: '换码', line: `签到码 ${number} 换 ${code}` },
      { label: '代签', line: `代签 ${number}` },
      { label: '考勤', line: `考勤 ${number}` },
    ],
  };
}
