import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow } from '../library/flow.ts';
import type { Post } from '../post/post.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { noteDeed } from '../undo/latest-deed.ts';
import { createActOnCase, type ActOnCase } from './acting.ts';
import { createBeginCase, type Begun } from './beginning.ts';
import { createCaseLists, type CaseLists } from './case-lists.ts';
import type { CaseStart } from './case.ts';
import type { CaseStore } from './case-store.ts';
import { createTakeBackCase, type TakeBackCase } from './taking-back.ts';
import { createTasks, type Tasks } from './tasks.ts';
import { createTelling } from './telling.ts';

/** Everything about cases, put together over its store. */
export interface FlowServices {
  readonly cases: Cases;
  readonly tasks: Tasks;
  /** For the 撤销 of whoever states tasks besides other things. */
  readonly takeBackCase: TakeBackCase;
}

/** What people do with cases. */
export interface Cases extends CaseLists {
  /** The flows in use, in the order of their files. */
  readonly flows: readonly Flow[];
  /** States a new case; 撤销 takes it back. */
  begin(turn: Turn, flow: Flow, start: CaseStart): Promise<Begun>;
  readonly act: ActOnCase;
}

export interface FlowServiceParts {
  readonly flows: readonly Flow[];
  readonly store: CaseStore;
  readonly desks: Desks;
  readonly post: Post;
  readonly calendar: WorkCalendar;
}

export function createFlowServices({ flows, store, desks, post, calendar }: FlowServiceParts): FlowServices {
  const parts = { flows, store, calendar, telling: createTelling({ post, calendar }) };
  const beginCase = createBeginCase(parts);
  return {
    cases: {
      ...createCaseLists(parts),
      flows,
      act: createActOnCase(parts),
      async begin(turn, flow, start) {
        const begun = await beginCase(turn, flow, start);
        const deed = { kind: 'case', detail: String(begun.found.number) } as const;
        noteDeed(turn, desks.key(turn.member.person.userid), deed);
        return begun;
      },
    },
    tasks: createTasks({ flows, beginCase }),
    takeBackCase: createTakeBackCase(parts),
  };
}
