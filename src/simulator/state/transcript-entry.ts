interface EntryFrame {
  /** Counts up from 1 in the order of happening. */
  readonly id: number;
  /** Milliseconds since the Unix epoch, by the simulator's clock. */
  readonly at: number;
}

/** A callback on its way to the bot; every attempt is an entry of its own. */
interface CallbackEntry extends EntryFrame {
  readonly kind: 'callback';
  /** The same for all attempts and repeats of one callback. */
  readonly delivery: string;
  readonly attempt: number;
  readonly url: string;
  /** Decrypted. */
  readonly xml: string;
}

/** What the bot answered to one attempt. */
interface ReplyEntry extends EntryFrame {
  readonly kind: 'reply';
  readonly delivery: string;
  readonly attempt: number;
  /** Null when no answer came. */
  readonly status: number | null;
  /** Why no answer came, or null. */
  readonly failure: string | null;
  readonly milliseconds: number;
  readonly body: string;
  /** The decrypted passive reply; null when there was none or it could not be opened. */
  readonly xml: string | null;
}

/** One call of the bot to an API. */
export interface CallEntry extends EntryFrame {
  readonly kind: 'call';
  /** For example `message/send`. */
  readonly api: string;
  readonly method: string;
  /** Without access token and secret. */
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON; for an upload what was uploaded; null without a body. */
  readonly body: unknown;
  /** What was answered; null when the connection was cut. */
  readonly answer: unknown;
  /** The kind of the planned fault that hit this call, `duplicate` for a swallowed repeat, or null. */
  readonly note: string | null;
}

/** What WeCom let pass but clipped, dropped or ignored, or what breaks a promise of contract §3. */
export interface ViolationEntry extends EntryFrame {
  readonly kind: 'violation';
  /** The API, or `callback` for a passive reply. */
  readonly api: string;
  /** A short name for tests. */
  readonly rule: string;
  /** A Chinese sentence. */
  readonly detail: string;
}

export type TranscriptEntry = CallbackEntry | ReplyEntry | CallEntry | ViolationEntry;

/** An entry before it has its number and its time. */
export type Happening =
  | Omit<CallbackEntry, 'id' | 'at'>
  | Omit<ReplyEntry, 'id' | 'at'>
  | Omit<CallEntry, 'id' | 'at'>
  | Omit<ViolationEntry, 'id' | 'at'>;
