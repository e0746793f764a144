import type { SentThing } from '../chat/sent-thing.ts';
import type { Turn } from '../chat/turn.ts';
import type { KeptThing } from './kept-thing.ts';
import type { NoticeDesk } from './notice-desk-store.ts';
import { refuseMarkedText } from './secrecy-marks.ts';

/** Files, pictures and links that are sent to the assistant: from a committee member they may go on in a notice. */
export interface SentThings {
  /** Keeps it for an hour and says how to send it on; `undefined` when it is of no use. Throws a Refusal. */
  keep(turn: Turn, thing: SentThing | undefined): string | undefined;
}

export function createSentThings(desk: NoticeDesk): SentThings {
  return {
    keep(turn, thing) {
      if (thing === undefined || turn.member.role !== 'committee') return undefined;
      refuseMarkedText(thing.kind === 'link' ? thing.title : thing.name);
      desk.noteThing(turn, keptOf(thing, turn.at));
      const word = thingWordOf[thing.kind];
      return [
        `已收到${thing.kind === 'file' ? `文件：${thing.name}` : word}，一小时内可以发给大家。`,
        `请确认不含涉密和内部文件。`,
        `发“通知 全体 ${word} 说明的话”，“全体”可以换成别的对象。`,
      ].join('\n');
    },
  };
}

/** What stands for it in a notice. */
export const thingWordOf = { image: '图片', file: '文件', link: '链接' } as const;

/** Protocol §4.6: three days, less an hour for what waits in the queue. In milliseconds. */
const mediaLifetime = (3 * 24 - 1) * 3_600_000;

function keptOf(thing: SentThing, at: number): KeptThing {
  return thing.kind === 'link' ? thing : { ...thing, until: at + mediaLifetime };
}
