import type { MovableClock } from '../movable-clock.ts';
import { createAccessTokens } from './access-tokens.ts';
import type { AccessTokens } from './access-tokens.ts';
import { initialAgentSettings } from './agent-settings.ts';
import type { AgentSettings } from './agent-settings.ts';
import { createCardLedger } from './card-ledger.ts';
import type { CardLedger } from './card-ledger.ts';
import { createChanges } from './changes.ts';
import type { Changes } from './changes.ts';
import { createConversations } from './conversations.ts';
import type { Conversations } from './conversations.ts';
import { createDuplicateMemory } from './duplicate-memory.ts';
import type { DuplicateMemory } from './duplicate-memory.ts';
import { createMediaShelf } from './media-shelf.ts';
import type { MediaShelf } from './media-shelf.ts';
import { createMemberQuota } from './member-quota.ts';
import type { MemberQuota } from './member-quota.ts';
import { createPeople } from './people.ts';
import type { People, SimulatedPerson } from './people.ts';
import { createPlannedFaults } from './planned-faults.ts';
import type { PlannedFaults } from './planned-faults.ts';
import type { SavedState } from './saved-state.ts';
import { createTranscript } from './transcript.ts';
import type { Transcript } from './transcript.ts';
import type { Menu } from '../wire/menu.ts';

/** What identifies the app towards WeCom. */
interface Credentials {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
}

/** The simulated enterprise with its one app: everything the APIs read and change. */
export interface Corp {
  readonly credentials: Credentials;
  readonly clock: MovableClock;
  readonly changes: Changes;
  readonly transcript: Transcript;
  readonly people: People;
  readonly conversations: Conversations;
  readonly tokens: AccessTokens;
  readonly cards: CardLedger;
  readonly duplicates: DuplicateMemory;
  readonly quota: MemberQuota;
  readonly media: MediaShelf;
  readonly faults: PlannedFaults;
  /** Whether the app has an address for callbacks; interactive cards need one (43012). */
  hasCallback(): boolean;
  agent: AgentSettings;
  menu: Menu | null;
}

export interface CorpOptions {
  readonly credentials: Credentials;
  readonly clock: MovableClock;
  readonly people: readonly SimulatedPerson[];
  readonly mediaFolder: string | undefined;
  readonly saved: SavedState | undefined;
  readonly hasCallback: () => boolean;
}

export function createCorp({
  credentials,
  clock,
  people,
  mediaFolder,
  saved,
  hasCallback,
}: CorpOptions): Corp {
  if (saved !== undefined) clock.move(clock.now() - clock.offset() + saved.clockOffset);

  const changes = createChanges();
  const corp: Corp = {
    credentials,
    clock,
    changes,
    transcript: createTranscript(clock, changes),
    people: createPeople(people),
    conversations: createConversations(changes, saved?.conversations),
    tokens: createAccessTokens(clock, saved?.tokens),
    cards: createCardLedger(clock, saved?.cards),
    duplicates: createDuplicateMemory(clock, saved?.duplicates),
    quota: createMemberQuota(clock),
    media: createMediaShelf(clock, mediaFolder, saved?.media),
    faults: createPlannedFaults(),
    hasCallback,
    agent: saved?.agent ?? initialAgentSettings,
    menu: saved?.menu ?? null,
  };

  for (const [userid, reach] of Object.entries(saved?.reaches ?? {})) corp.people.setReach(userid, reach);
  return corp;
}
