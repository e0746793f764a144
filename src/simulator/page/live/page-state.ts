import type { ChatState, ControlState, ListedPerson } from '../../doors/page-messages.ts';
import type { Change } from '../../state/changes.ts';
import type { ShownMessage } from '../../state/shown-message.ts';
import type { TranscriptEntry } from '../../state/transcript-entry.ts';

/** How many lines of traffic the page keeps. */
const MOST_ENTRIES = 300;

/** Everything the page shows. */
export interface PageState {
  readonly chat: ChatState | null;
  readonly control: ControlState | null;
  /** When `control` arrived, by the browser's clock; the shown time runs on from there. */
  readonly controlAt: number;
  readonly transcript: readonly TranscriptEntry[];
  readonly selected: string | null;
  /** The messages of the selected person's phone; null while they are being fetched. */
  readonly messages: readonly ShownMessage[] | null;
  /** What came for that phone since the fetching began, which may be newer than what is fetched. */
  readonly arrived: readonly ShownMessage[];
  /** Messages that arrived on phones nobody looked at, by userid. */
  readonly unread: Readonly<Record<string, number>>;
  readonly connected: boolean;
  /** One sentence about what just went wrong, or null. */
  readonly notice: string | null;
}

export type PageEvent =
  | { readonly kind: 'chat'; readonly chat: ChatState }
  | { readonly kind: 'controlState'; readonly control: ControlState; readonly at: number }
  | { readonly kind: 'transcriptPage'; readonly entries: readonly TranscriptEntry[] }
  | { readonly kind: 'select'; readonly userid: string | null }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'messages'; readonly userid: string; readonly messages: readonly ShownMessage[] }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'connected'; readonly connected: boolean }
  | { readonly kind: 'notice'; readonly notice: string | null };

export const emptyPage: PageState = {
  chat: null,
  control: null,
  controlAt: 0,
  transcript: [],
  selected: null,
  messages: null,
  arrived: [],
  unread: {},
  connected: true,
  notice: null,
};

export function nextPageState(state: PageState, event: PageEvent): PageState {
  switch (event.kind) {
    case 'chat':
      return { ...state, chat: event.chat };
    case 'controlState':
      return { ...state, control: event.control, controlAt: event.at };
    case 'transcriptPage':
      return { ...state, transcript: event.entries };
    case 'select':
      return {
        ...state,
        selected: event.userid,
        messages: null,
        notice: null,
        unread: read(state, event.userid),
      };
    case 'fetching':
      return { ...state, arrived: [] };
    case 'messages':
      if (event.userid !== state.selected) return state;
      return { ...state, messages: state.arrived.reduce(withMessage, event.messages) };
    case 'connected':
      return { ...state, connected: event.connected };
    case 'notice':
      return { ...state, notice: event.notice };
    case 'change':
      return afterChange(state, event.change);
  }
}

function afterChange(state: PageState, change: Change): PageState {
  switch (change.kind) {
    case 'message':
      return afterMessage(state, change.userid, change.message, change.isNew);
    case 'removed': {
      if (change.userid !== state.selected || state.messages === null) return state;
      return { ...state, messages: state.messages.filter(({ id }) => id !== change.messageId) };
    }
    case 'transcript':
      return { ...state, transcript: [...state.transcript, change.entry].slice(-MOST_ENTRIES) };
    // The page fetches these anew.
    case 'people':
    case 'menu':
    case 'control':
      return state;
  }
}

function afterMessage(state: PageState, userid: string, message: ShownMessage, isNew: boolean): PageState {
  const person = state.chat?.people.find((one) => one.userid.toLowerCase() === userid.toLowerCase());
  if (state.chat === null || person === undefined) return state;

  const chat = isNew ? { ...state.chat, people: withLast(state.chat.people, person, message) } : state.chat;
  if (person.userid === state.selected) {
    const messages = state.messages === null ? null : withMessage(state.messages, message);
    return { ...state, chat, messages, arrived: withMessage(state.arrived, message) };
  }
  if (!isNew || message.from === 'person') return { ...state, chat };

  const unread = { ...state.unread, [person.userid]: (state.unread[person.userid] ?? 0) + 1 };
  return { ...state, chat, unread };
}

function withLast(
  people: readonly ListedPerson[],
  person: ListedPerson,
  { at, text }: ShownMessage,
): readonly ListedPerson[] {
  const last = { at, text: text.split('\n')[0] ?? '' };
  return people.map((one) => (one === person ? { ...one, last } : one));
}

function withMessage(messages: readonly ShownMessage[], message: ShownMessage): readonly ShownMessage[] {
  const known = messages.some(({ id }) => id === message.id);
  return known ? messages.map((one) => (one.id === message.id ? message : one)) : [...messages, message];
}

function read(state: PageState, userid: string | null): PageState['unread'] {
  if (userid === null) return state.unread;
  const { [userid]: _seen, ...unread } = state.unread;
  return unread;
}
