import type { Turn } from '../chat/turn.ts';
import type { Exported } from '../exports/export-answer.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Cell, Sheet } from '../sheets/sheet.ts';
import { clockWords } from '../time/spoken-time.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import { quorumLines } from './quorum-words.ts';
import type { RollEntry } from './roll-entry.ts';
import type { RollFigures } from './roll-figures.ts';
import type { RollView } from './roll-view.ts';
import { isThere, type RollLine } from './roll.ts';
import { nameOf, presenceNames, sourceName } from './roll-words.ts';

/**
 * 导出 考勤 7: who came, and on a sheet of their own always those who did not, also when these are nobody
 * (features §4, complaint 12: absent people missing from exports). Figures only for officers above the
 * organisation that met (dialogues, rule 4), and after a year.
 */
export function rollExport(view: RollView, turn: Turn): Exported {
  const { meeting, figures, quorums, lines = [] } = view;
  const { roster } = turn;
  const when = `${meeting.date} ${clockWords(meeting.minute)}`;
  const about = [
    `${when}${meeting.place === undefined ? '' : `，${meeting.place}`}`,
    ...quorumLines(quorums),
  ];
  return {
    title: `${meetingWords(meeting)}考勤`,
    scope: `${roster.organisation(meeting.organisation)?.name ?? ''}，应到 ${figures.expected} 人`,
    figures: `实到 ${figures.there}/${figures.expected}，请假 ${figures.leave}，未到 ${figures.missing}`,
    subject: `考勤 ${meeting.number}`,
    sheets: lines.length === 0 ? [figuresSheet(view, about)] : namedSheets(lines, { when, about, roster }),
  };
}

function namedSheets(
  lines: readonly RollLine[],
  {
    when,
    about,
    roster,
  }: { readonly when: string; readonly about: readonly string[]; readonly roster: Roster },
): readonly Sheet[] {
  const there = lines.filter(isThere);
  const absent = lines.filter((line) => !isThere(line) && line.standing !== 'guest');
  return [
    { ...presentSheet(there, roster), heading: about },
    { ...absentSheet(absent, roster), heading: [when, absentWords(absent)] },
  ];
}

function figuresSheet({ lines, units, figures }: RollView, about: readonly string[]): Sheet {
  const why =
    lines === undefined
      ? '只列单位，不列个人；名单由开会的组织自己的负责人看。'
      : '名单存一年，已经删去，只留人数。';
  return {
    name: '人数',
    heading: [...about, why, '每行：应到 = 实到 + 请假 + 未到；应到不含列席。'],
    columns: ['单位', '应到', '实到', '其中迟到', '其中线上', '请假', '未到', '列席到会'].map(titled),
    rows: [
      ...units.map(({ branch, figures: own }) => [branch?.name ?? '已不在名册上', ...figureCells(own)]),
      ['合计', ...figureCells(figures)],
    ],
  };
}

function figureCells({
  expected,
  there,
  late,
  online,
  leave,
  missing,
  guests,
}: RollFigures): readonly Cell[] {
  return [expected, there, late, online, leave, missing, guests];
}

type There = RollLine & { readonly entry: RollEntry };

function presentSheet(there: readonly There[], roster: Roster): Sheet {
  return {
    name: '到会',
    columns: ['姓名', '账号', '组织', '身份', '情况', '签到时间', '怎么签的', '由谁', '补签原因'].map(titled),
    rows: there.map((line) => [
      ...personCells(line, roster),
      presenceNames[line.entry.presence],
      line.entry.at,
      ...sourceCells(line.entry, roster),
    ]),
  };
}

function absentSheet(absent: readonly RollLine[], roster: Roster): Sheet {
  return {
    name: '缺席',
    columns: ['姓名', '账号', '组织', '身份', '情况', '请假原因'].map(titled),
    rows: absent.map((line) => [
      ...personCells(line, roster),
      line.state === 'leave' ? '请假' : '未到',
      line.state === 'leave' ? line.reason : undefined,
    ]),
  };
}

function absentWords(absent: readonly RollLine[]): string {
  return absent.length === 0 ? '应到的都到了，没有缺席的人。' : `缺席 ${absent.length} 人，请假的也在内。`;
}

function personCells({ userid, standing }: RollLine, roster: Roster): readonly Cell[] {
  const member = roster.find(userid);
  return [
    nameOf(roster, userid),
    member?.person.userid ?? userid,
    member?.organisation.name,
    { voting: '有表决权', withoutVote: '无表决权', guest: '列席' }[standing],
  ];
}

function sourceCells({ source }: RollEntry, roster: Roster): readonly Cell[] {
  return [
    sourceName(source),
    source.kind === 'code' ? undefined : nameOf(roster, source.by),
    source.kind === 'madeUp' ? source.reason : undefined,
  ];
}

function titled(title: string): { readonly title: string } {
  return { title };
}
