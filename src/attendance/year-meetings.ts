import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting, MeetingState } from '../meetings/meeting.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Cell, Column } from '../sheets/sheet.ts';
import { localDate } from '../time/local-date.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { ReadYearPart } from '../year-book/year-part.ts';
import type { ReadRoll } from './read-roll.ts';

export interface YearMeetingsParts {
  readonly meetings: Pick<MeetingStore, 'starting'>;
  readonly readRoll: ReadRoll;
  readonly types: readonly MeetingType[];
}

/** The meetings of a year with how many were there, in the order in which they began. */
export function createYearMeetings({ meetings, readRoll, types }: YearMeetingsParts): ReadYearPart {
  const typeNames = new Map(types.map(({ code, name }) => [code, name]));

  return async ({ roster, member }, year) => {
    const own = new Set(roster.scopeOf(member).map(({ code }) => code));
    const all = await meetings.starting(firstMinuteOf(year), firstMinuteOf(year + 1));
    const ours = all.filter(({ organisation }) => own.has(organisation));
    const rows: (readonly Cell[])[] = [];
    for (const meeting of ours) rows.push(await rowOf(meeting, roster));
    const held = ours.filter(({ state }) => state === 'held').length;
    return {
      figure: `开会 ${held} 次`,
      sheet: {
        name: '会议和考勤',
        heading: ['实到含迟到和线上参加；应到不含列席。只列人数，名单在每次会议的考勤表里。'],
        columns,
        rows,
      },
    };
  };

  async function rowOf(meeting: Meeting, roster: Roster): Promise<readonly Cell[]> {
    const { number, type, title, organisation, date, minute, place, state } = meeting;
    const about = [
      { date, minute },
      roster.organisation(organisation)?.name,
      typeNames.get(type) ?? type,
      title,
      place,
      stateWords[state],
    ];
    if (state !== 'held') return [...about, undefined, undefined, undefined, undefined, undefined, number];
    const { figures } = await readRoll(meeting);
    return [...about, figures.expected, figures.there, figures.late, figures.leave, figures.missing, number];
  }
}

const columns: readonly Column[] = [
  { title: '时间', kind: 'moment' },
  { title: '组织' },
  { title: '类型' },
  { title: '名称' },
  { title: '地点' },
  { title: '情况' },
  { title: '应到', kind: 'number' },
  { title: '实到', kind: 'number' },
  { title: '其中迟到', kind: 'number' },
  { title: '请假', kind: 'number' },
  { title: '未到', kind: 'number' },
  { title: '会议编号', kind: 'number' },
];

const stateWords: Readonly<Record<MeetingState, string>> = {
  called: '已通知，还没有记为开过',
  cancelled: '取消',
  held: '开过',
};

function firstMinuteOf(year: number) {
  return { date: localDate(year, 1, 1), minute: 0 };
}
