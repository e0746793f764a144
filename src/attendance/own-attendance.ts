import type { MeetingStore } from '../meetings/meeting-store.ts';
import { participationsOf, type Participation, type ParticipationParts } from '../meetings/participations.ts';
import type { OwnTable } from '../personal-data/own-table.ts';
import type { Cell } from '../sheets/sheet.ts';
import { readRollEntry } from './roll-entry-text.ts';
import { presenceNames, sourceName } from './roll-words.ts';

export interface OwnAttendanceParts extends ParticipationParts {
  readonly meetings: Pick<MeetingStore, 'find' | 'numbers'>;
}

/** The meetings a person was at, as their rolls have it. */
export function createOwnAttendance(parts: OwnAttendanceParts): OwnTable {
  return async ({ member }) => {
    const all = await participationsOf(member.person.userid, parts);
    return {
      name: '参会',
      columns: [
        { title: '会议' },
        { title: '名称' },
        { title: '开会时间' },
        { title: '情况' },
        { title: '签到时间' },
        { title: '怎么签的' },
      ],
      rows: (await Promise.all(all.map(rowsOf))).flat(),
    };
  };

  /** None where they did not come. */
  async function rowsOf({ number, participant }: Participation): Promise<readonly (readonly Cell[])[]> {
    const entry = readRollEntry(participant.rollEntry);
    const meeting = entry && (await parts.meetings.find(number));
    if (entry === undefined || meeting === undefined) return [];
    const { date, minute, title } = meeting;
    const { presence, at, source } = entry;
    return [[number, title, { date, minute }, presenceNames[presence], at, sourceName(source)]];
  }
}
