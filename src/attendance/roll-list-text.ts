import type { Turn } from '../chat/turn.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { RollView } from './roll-view.ts';
import { isThere, type RollLine } from './roll.ts';
import { nameOf, namesOf } from './roll-words.ts';

/** 考勤 7 名单: who was there and who was not, for the officers of the organisation that met. */
export function rollListText({ meeting, figures, lines }: RollView, turn: Turn): string {
  const cutOff = cutOffNow(turn);
  const heading = `${meetingWords(meeting)}· 应到 ${figures.expected}，实到 ${figures.there}（${cutOff}）`;
  if (lines === undefined) {
    return `${heading}\n名单只给开会的组织自己的负责人看。\n各单位的人数发“导出 考勤 ${meeting.number}”。`;
  }
  if (lines.length === 0) {
    return `${heading}\n名单存一年，已经删去，只留人数。`;
  }
  const members = lines.filter(({ standing }) => standing !== 'guest');
  const guests = lines.filter(({ standing }) => standing === 'guest');
  const of = (state: RollLine['state']): readonly RollLine[] =>
    members.filter((line) => line.state === state);
  const by = (kind: string): readonly RollLine[] =>
    lines.filter((line) => isThere(line) && line.entry.source.kind === kind);
  const leave = of('leave').map(
    (line) => `${nameOf(turn.roster, line.userid)}${line.state === 'leave' ? `（${line.reason}）` : ''}`,
  );
  return [
    heading,
    ...row('到会', of('present'), turn),
    ...row('迟到', of('late'), turn),
    ...row('线上', of('online'), turn),
    ...(leave.length === 0 ? [] : [`请假 ${leave.length}：${leave.join('、')}`]),
    `未到 ${figures.missing}${of('missing').length === 0 ? '' : `：${names(of('missing'), turn)}`}`,
    ...row('列席', guests.filter(isThere), turn),
    ...row('其中代签', by('recorded'), turn),
    ...row('其中补签', by('madeUp'), turn),
  ].join('\n');
}

function row(label: string, lines: readonly RollLine[], turn: Turn): readonly string[] {
  return lines.length === 0 ? [] : [`${label} ${lines.length}：${names(lines, turn)}`];
}

function names(lines: readonly RollLine[], { roster }: Turn): string {
  const userids = lines.map(({ userid }) => userid);
  return namesOf(roster, userids, mostNames);
}

/** More are in the workbook. */
const mostNames = 30;
