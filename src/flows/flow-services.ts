import type { BriefNoteSource } from '../brief/brief-note.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Withdrawals } from '../delivery/withdrawals.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow } from '../library/flow.ts';
import { noteDeed } from '../undo/latest-deed.ts';
import { createActOnCase, type ActOnCase } from './acting.ts';
import { createBeginCase, type Begun } from './beginning.ts';
import { createBegunByMe, type BegunByMe } from './begun-by-me.ts';
import { createCaseFigures, type CaseFigures } from './case-figures.ts';
import { createCaseLists, type CaseLists } from './case-lists.ts';
import type { CaseStart } from './case.ts';
import { createCaseNotes } from './case-notes.ts';
import { createCaseRecords, type CaseRecords } from './case-records.ts';
import { createCaseRounds, type CaseRoundParts, type CaseRounds } from './case-rounds.ts';
import { createTakeBackCase, type TakeBackCase } from './taking-back.ts';
import { createTasks, type Tasks } from './tasks.ts';
import { createTelling, type Telling } from './telling.ts';
import { createYearLimit, type RefuseBeyondLimit } from './year-limit.ts';

/** Everything about cases, put together over its store. */
export interface FlowServices {
  readonly cases: Cases;
  readonly caseFigures: CaseFigures;
  readonly tasks: Tasks;
  /** For the 撤销 of whoever states tasks besides other things. */
  readonly takeBackCase: TakeBackCase;
  readonly caseRounds: CaseRounds;
  readonly caseRecords: CaseRecords;
  /** For the Monday brief. */
  readonly caseNotes: BriefNoteSource;
}

/** What people do with cases. */
export interface Cases extends CaseLists {
  /** The flows in use, in the order of their files. */
  readonly flows: readonly Flow[];
  /** States a new case; 撤销 takes it back. */
  begin(turn: Turn, flow: Flow, start: CaseStart): Promise<Begun>;
  readonly act: ActOnCase;
  /** For previews; beginning and going on see to it themselves. */
  readonly refuseBeyondLimit: RefuseBeyondLimit;
  /** For previews: who would be told of a case, and when. */
  readonly foreseen: Telling['foreseen'];
  /** Of one flow, by its id. */
  begunByMe(turn: Turn, flow: string): Promise<BegunByMe>;
}

export interface FlowServiceParts extends CaseRoundParts {
  readonly withdrawals: Pick<Withdrawals, 'state'>;
  readonly flows: readonly Flow[];
  readonly desks: Desks;
}

export function createFlowServices(given: FlowServiceParts): FlowServices {
  const { flows, desks } = given;
  const refuseBeyondLimit = createYearLimit(given);
  const parts = { ...given, telling: createTelling(given), refuseBeyondLimit };
  const beginCase = createBeginCase(parts);
  return {
    cases: {
      ...createCaseLists(parts),
      flows,
      act: createActOnCase(parts),
      begunByMe: createBegunByMe(given.store),
      refuseBeyondLimit,
      foreseen: parts.telling.foreseen,
      async begin(turn, flow, start) {
        const begun = await beginCase(turn, flow, start);
        const deed = { kind: 'case', detail: String(begun.found.number) } as const;
        noteDeed(turn, desks.key(turn.member.person.userid), deed);
        return begun;
      },
    },
    caseFigures: createCaseFigures(parts),
    tasks: createTasks({ flows, beginCase }),
    takeBackCase: createTakeBackCase(parts),
    caseRounds: createCaseRounds(parts),
    caseRecords: createCaseRecords(parts),
    caseNotes: createCaseNotes(parts),
  };
}
