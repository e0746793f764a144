import type { Answer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { SignedInView } from './attendance.ts';
import type { RollView } from './roll-view.ts';
import { nameOf, namesOf, presenceNotes } from './roll-words.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { MakeUpReason } from './make-up-reason.ts';
import type { Signed } from './signing.ts';

/** 代签 7: whom? The first of those who are missing are a tap away. */
export function whomAnswer(view: RollView, turn: Turn): Answer {
  const { meeting, lines } = view;
  const { number } = meeting;
  const missing = missingOf(view);
  const [first] = missing;
  if (lines === undefined) return `请写姓名，例如：代签 ${number} 张三`;
  if (first === undefined) return `${meetingWords(meeting)}没有还没到的人，不用代签。`;
  return { card: whomCard(meeting, missing, turn) };
}

/** The answer to 代签 7 周琪. Whoever tapped a name gets the card with those who are still missing. */
export function recordedAnswer({ signed, view }: SignedInView, turn: Turn): Answer {
  const text = [...recordedLines(signed, turn), ...alreadyLines(signed, turn), lastLine(signed)].join('\n');
  const gone = new Set(signed.signed.map(({ userid }) => userid.toLowerCase()));
  const missing = missingOf(view).filter((userid) => !gone.has(userid));
  const note = signed.signed.length === 0 ? undefined : `已代签 ${namesOf(turn.roster, userids(signed))}`;
  if (missing.length === 0) return { text, caption: note ?? '都到了' };
  return { text, caption: whomCard(signed.meeting, missing, turn, note) };
}

/** The answer to 补签 7 周琪 手机没电. */
export function madeUpText(signed: Signed & { readonly reason: MakeUpReason }, turn: Turn): string {
  const { meeting, presence, reason } = signed;
  if (signed.signed.length === 0) return [...alreadyLines(signed, turn), lastLine(signed)].join('\n');
  return [
    `已补签：${namesOf(turn.roster, userids(signed))}，${meetingWords(meeting)}${presenceNotes[presence]}。`,
    `名单上记明是您补签的，原因只记“${reason}”。`,
    ...(meeting.state === 'held' ? ['学时一并补记。'] : []),
    lastLine(signed),
  ].join('\n');
}

function recordedLines(signed: Signed, { roster }: Turn): readonly string[] {
  if (signed.signed.length === 0) return [];
  return [
    `已代签：${namesOf(roster, userids(signed))}，${meetingWords(signed.meeting)}${presenceNotes[signed.presence]}。名单上记明是您代签的。`,
  ];
}

/** What changed nothing cannot be taken back. */
function lastLine({ signed, meeting: { number } }: Signed): string {
  return signed.length === 0 ? `看名单，发“考勤 ${number} 名单”。` : '签错了，10 分钟内发“撤销”。';
}

function alreadyLines({ already }: Signed, { roster }: Turn): readonly string[] {
  if (already.length === 0) return [];
  return [
    `原来就签过、没有改动的：${namesOf(
      roster,
      already.map(({ userid }) => userid),
    )}。`,
  ];
}

function userids({ signed }: Signed): readonly string[] {
  return signed.map(({ userid }) => userid);
}

function missingOf({ lines = [] }: RollView): readonly string[] {
  return lines
    .filter(({ state, standing }) => state === 'missing' && standing !== 'guest')
    .map(({ userid }) => userid);
}

function whomCard(
  { number, title }: Meeting,
  missing: readonly string[],
  { roster }: Turn,
  note?: string,
): Card {
  return {
    title: `${title}还没到 ${missing.length} 人`,
    ...(note === undefined ? {} : { note }),
    body: [
      namesOf(roster, missing, mostNames),
      `到了没有手机的，点名字代签；也可以一次写几位，例如：代签 ${number} ${missing
        .slice(0, 2)
        .map((userid) => nameOf(roster, userid))
        .join(' ')}`,
    ].join('\n'),
    buttons: missing
      .filter((userid) => roster.find(userid) !== undefined)
      .slice(0, mostButtons)
      .map((userid) => ({ label: nameOf(roster, userid), line: `代签 ${number} ${userid}`, tone: 'choice' })),
  };
}

const mostNames = 12;
const mostButtons = 4;
