import type { OwnTable } from '../personal-data/own-table.ts';
import { localDate } from '../time/local-date.ts';
import { reasonWords } from './leave-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { ReplyStore } from './reply-store.ts';
import type { Reply } from './reply.ts';

/** The meetings a person was invited to, and what they replied: kept for a year. */
export function createOwnReplies(
  store: Pick<MeetingStore, 'starting' | 'standings'>,
  replies: Pick<ReplyStore, 'of'>,
): OwnTable {
  return async ({ member }) => {
    const { userid } = member.person;
    const all = await store.starting({ date: localDate(2000, 1, 1), minute: 0 });
    const numbers = all.map(({ number }) => number);
    const [standings, said] = await Promise.all([
      store.standings(userid, numbers),
      replies.of(userid, numbers),
    ]);
    return {
      name: '会议通知',
      columns: [
        { title: '会议' },
        { title: '名称' },
        { title: '开会时间' },
        { title: '您的回复' },
        { title: '回复时间' },
      ],
      rows: all.flatMap(({ number, title, date, minute }, index) =>
        standings[index] === undefined
          ? []
          : [[number, title, { date, minute }, replyWords(said[index]), said[index]?.at]],
      ),
    };
  };
}

function replyWords(reply: Reply | undefined): string {
  if (reply === undefined) return '没有回复';
  return reply.kind === 'coming' ? '参加' : `请假（${reasonWords(reply.reason)}）`;
}
