import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { OwnTable } from '../personal-data/own-table.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { presenceNames, sourceName } from './roll-words.ts';

/** The meetings a person was at, as their rolls have it. */
export function createOwnAttendance(
  store: Pick<AttendanceStore, 'rollsOf' | 'entry'>,
  meetings: Pick<MeetingStore, 'find'>,
): OwnTable {
  return async ({ member }) => {
    const { userid } = member.person;
    const numbers = (await store.rollsOf(userid)).toSorted((a, b) => a - b);
    const rows = await Promise.all(
      numbers.map(async (number) => {
        const [meeting, entry] = await Promise.all([meetings.find(number), store.entry(number, userid)]);
        if (meeting === undefined || entry === undefined) return [];
        const { date, minute, title } = meeting;
        return [
          [
            number,
            title,
            { date, minute },
            presenceNames[entry.presence],
            entry.at,
            sourceName(entry.source),
          ],
        ];
      }),
    );
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
      rows: rows.flat(),
    };
  };
}
