import { useCallback, useEffect, useReducer } from 'preact/hooks';

import type { Change } from '../../state/changes.ts';
import type { DeliveryNote } from '../../doors/page-messages.ts';
import { act, control, fetchChatState, fetchControlState, fetchMessages, fetchTranscript } from './door.ts';
import { emptyPage, nextPageState } from './page-state.ts';
import type { PageState } from './page-state.ts';

/** What the page shows and what a visitor may do; nothing here rejects, failures become a notice. */
export interface LivePage {
  readonly state: PageState;
  readonly select: (userid: string | null) => void;
  /** Something the selected person does. */
  readonly act: (action: string, body: object) => void;
  /** Something done at the test bench. */
  readonly control: (path: string, body?: object) => void;
  readonly dismissNotice: () => void;
}

/** Keeps the page in step with the simulator through server-sent events. */
export function useLivePage(): LivePage {
  const [state, dispatch] = useReducer(nextPageState, emptyPage);
  const { selected } = state;

  const attempt = useCallback((work: Promise<string | null>): void => {
    work.then(
      (notice) => dispatch({ kind: 'notice', notice }),
      (error: unknown) => {
        dispatch({ kind: 'notice', notice: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);

  const refreshChat = useCallback((): void => {
    fetchChatState().then((chat) => dispatch({ kind: 'chat', chat }), ignore);
  }, []);
  const refreshControl = useCallback((): void => {
    fetchControlState().then(
      (next) => dispatch({ kind: 'controlState', control: next, at: Date.now() }),
      ignore,
    );
  }, []);
  const refreshMessages = useCallback((userid: string): void => {
    dispatch({ kind: 'fetching' });
    fetchMessages(userid).then((messages) => dispatch({ kind: 'messages', userid, messages }), ignore);
  }, []);

  useEffect(() => {
    const events = new EventSource('/chat/events');
    let refreshingControl = false;

    // Also after the stream was broken: whatever was missed is fetched anew.
    events.addEventListener('open', () => {
      dispatch({ kind: 'connected', connected: true });
      refreshChat();
      refreshControl();
      fetchTranscript().then((entries) => dispatch({ kind: 'transcriptPage', entries }), ignore);
    });
    events.addEventListener('error', () => dispatch({ kind: 'connected', connected: false }));
    events.addEventListener('message', ({ data }: MessageEvent<string>) => {
      // From our own server, which shares this type.
      const change = JSON.parse(data) as Change;
      dispatch({ kind: 'change', change });
      if (change.kind === 'people' || change.kind === 'menu') refreshChat();

      const touchesControl =
        change.kind === 'control' || (change.kind === 'transcript' && change.entry.kind === 'violation');
      if (!touchesControl || refreshingControl) return;
      refreshingControl = true;
      requestAnimationFrame(() => {
        refreshingControl = false;
        refreshControl();
      });
    });
    return () => events.close();
  }, [refreshChat, refreshControl]);

  useEffect(() => {
    if (selected !== null && state.connected) refreshMessages(selected);
  }, [selected, state.connected, refreshMessages]);

  return {
    state,
    select(userid) {
      dispatch({ kind: 'select', userid });
      if (userid !== null) attempt(act(userid, 'open', {}).then(noticeOf));
    },
    act(action, body) {
      if (selected !== null) attempt(act(selected, action, body).then(noticeOf));
    },
    control(path, body) {
      attempt(control(path, body).then(() => null));
      refreshControl();
    },
    dismissNotice: () => dispatch({ kind: 'notice', notice: null }),
  };
}

/** What a visitor should know when the bot did not take a delivery. */
function noticeOf({ attempts, status, failure }: DeliveryNote): string | null {
  if (attempts === 0 || status === 200) return null;
  const reason = status === null ? (failure ?? '没有应答') : `HTTP ${status}`;
  return `支部助手没有收下这次操作（试了 ${attempts} 次，${reason}）。`;
}

/** The stream reports a lost connection; a single failed refresh is made good by the next one. */
function ignore(): void {
  return undefined;
}
