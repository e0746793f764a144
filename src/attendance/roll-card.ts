import type { Answer } from '../chat/answer.ts';
import type { Card, CardButton } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import { cutOffNow, momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import { quorumLines } from './quorum-words.ts';
import type { RollView } from './roll-view.ts';
import { namesOf } from './roll-words.ts';

/** 考勤 7: while people sign in a card to work with, else a text. */
export function rollAnswer(view: RollView, turn: Turn, zone: Zone): Answer {
  const { meeting, figures, times } = view;
  const { title, number, state } = meeting;
  if (state === 'cancelled') return `${meetingWords(meeting)}已经取消，没有考勤。`;

  const cutOff = cutOffNow(turn);
  if (turn.at < times.opens) {
    const from = momentWords(zone.localAt(times.opens), turn.today);
    return [
      `${title} · 应到 ${figures.expected}，请假 ${figures.leave}（${cutOff}）`,
      ...voteLines(view),
      ...changeLines(view),
      `${from} 开始签到，到时候发“签到码 ${number}”。`,
    ].join('\n');
  }
  const heading = `${title} · 应到 ${figures.expected}，实到 ${figures.there}（${cutOff}）`;
  if (state === 'called' && turn.at < times.closes) return { card: openCard(view, heading, turn) };
  return [heading, ...voteLines(view), ...peopleLines(view, turn), nextStep(view)].join('\n');
}

function openCard(view: RollView, title: string, turn: Turn): Card {
  const { meeting, code, times, lines } = view;
  const { number } = meeting;
  const note =
    code === undefined ? '签到码还没有报过。' : `当前签到码 ${code.code}（还有 ${code.secondsLeft} 秒）`;
  const buttons: readonly CardButton[] = [
    code === undefined
      ? { label: '签到码', line: `签到码 ${number}` }
      : { label: '换码', line: `签到码 ${number} 换 ${code.code}` },
    { label: '代签', line: `代签 ${number}` },
    ...(lines === undefined ? [] : [{ label: '名单', line: `考勤 ${number} 名单` }]),
    ...(turn.at < times.ends ? [] : [{ label: '结束', line: `考勤 ${number} 结束` }]),
  ];
  const body = [...voteLines(view), ...peopleLines(view, turn), ...changeLines(view)].join('\n');
  return { title, note, body, buttons };
}

/** Where no rule asks for a number that is ours to compare, what the kind of meeting says of it. */
function voteLines({ quorums, advice }: RollView): readonly string[] {
  if (quorums.length > 0) return quorumLines(quorums);
  return advice === undefined ? [] : [advice];
}

/** The number of those with a vote is the secretary's to say. */
function changeLines({ quorums: [standing], meeting: { number } }: RollView): readonly string[] {
  if (standing?.voters.from !== 'list') return [];
  return [`有表决权的人数不对，发“考勤 ${number} 有表决权 ${standing.voters.count}”这样改。`];
}

/** Names are those of the own people only. */
function peopleLines({ figures, lines }: RollView, turn: Turn): readonly string[] {
  const missing = (lines ?? [])
    .filter(({ state, standing }) => state === 'missing' && standing !== 'guest')
    .map(({ userid }) => userid);
  const names = missing.length === 0 ? '' : `：${namesOf(turn.roster, missing, mostNames)}`;
  const details = [
    ...(figures.late === 0 ? [] : [`迟到 ${figures.late}`]),
    ...(figures.online === 0 ? [] : [`线上 ${figures.online}`]),
    ...(figures.recorded === 0 ? [] : [`代签 ${figures.recorded}`]),
    ...(figures.madeUp === 0 ? [] : [`补签 ${figures.madeUp}`]),
  ];
  return [
    `请假 ${figures.leave}，未到 ${figures.missing}${names}`,
    ...(details.length === 0 ? [] : [`实到里：${details.join('，')}`]),
    ...(figures.guests === 0 ? [] : [`另有列席 ${figures.guests}`]),
  ];
}

/** They have to fit on a card with the rest. */
const mostNames = 6;

function nextStep({ meeting: { number, state } }: RollView): string {
  return state === 'held'
    ? `名单发“考勤 ${number} 名单”，写纪要发“纪要 ${number}”。`
    : `有人没有签上，发“补签 ${number} 姓名 原因”；记成开过了，发“考勤 ${number} 结束”。`;
}
