import type { Audiences } from '../audiences/audiences.ts';
import type { Turn } from '../chat/turn.ts';
import type { ArrangeNotice, PreparedNotice } from './arranging.ts';
import type { TypedNotice } from './notice-draft.ts';
import type { NoticeDesk } from './notice-desk-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { ReadTyped } from './reading.ts';

/** From what was typed to a notice that can be sent. Throws a Refusal that says what is wrong. */
export type PrepareNotice = (turn: Turn, typed: TypedNotice) => Promise<PreparedNotice>;

export interface PreparingParts {
  readonly store: Pick<NoticeStore, 'latest'>;
  readonly audiences: Pick<Audiences, 'of'>;
  readonly desk: Pick<NoticeDesk, 'thing'>;
  readonly read: ReadTyped;
  readonly arrange: ArrangeNotice;
}

export function createPrepareNotice({
  store,
  audiences,
  desk,
  read,
  arrange,
}: PreparingParts): PrepareNotice {
  return async (turn, typed) => {
    const { contents, due } = read(turn, typed);
    const example = `例如：通知 全体 ${contents.text.slice(0, 12)}`;
    const audience = await audiences.of(turn, typed.audience, example);
    const thing = desk.thing(turn);
    const isLeftOut = contents.file === undefined && !(thing?.kind === 'link' && thing.url === contents.link);
    return arrange(turn, {
      notice: {
        ...contents,
        number: (await store.latest()) + 1,
        audience: audience.lasting,
        audienceName: audience.name,
        author: turn.member.person.userid,
      },
      audience,
      ...(due === undefined ? {} : { due }),
      ...(typed.first === undefined ? {} : { first: typed.first }),
      ...(thing === undefined || !isLeftOut ? {} : { leftOut: thing }),
    });
  };
}
