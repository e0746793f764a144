import type { OwnTable } from '../personal-data/own-table.ts';
import type { Cell } from '../sheets/sheet.ts';
import { reasonWords } from './leave-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import { participationsOf, type Participation, type ParticipationParts } from './participations.ts';
import type { Reply } from './reply.ts';

export interface OwnRepliesParts extends ParticipationParts {
  readonly meetings: Pick<MeetingStore, 'find' | 'numbers'>;
}

/** The meetings a person was invited to, and what they replied: kept for a year. */
export function createOwnReplies(parts: OwnRepliesParts): OwnTable {
  return async ({ member }) => {
    const all = await participationsOf(member.person.userid, parts);
    return {
      name: '会议通知',
      columns: [
        { title: '会议' },
        { title: '名称' },
        { title: '开会时间' },
        { title: '您的回复' },
        { title: '回复时间' },
      ],
      rows: (await Promise.all(all.map(rowsOf))).flat(),
    };
  };

  async function rowsOf({ number, participant }: Participation): Promise<readonly (readonly Cell[])[]> {
    const meeting = await parts.meetings.find(number);
    if (meeting === undefined) return [];
    const { title, date, minute } = meeting;
    const { reply } = participant;
    return [[number, title, { date, minute }, replyWords(reply), reply?.at]];
  }
}

function replyWords(reply: Reply | undefined): string {
  if (reply === undefined) return '没有回复';
  return reply.kind === 'coming' ? '参加' : `请假（${reasonWords(reply.reason)}）`;
}
