import type { ErrorAction, ErrorDecision } from '../wecom/error-decision.ts';

/** A call that WeCom did not accept, as far as we know. */
export interface Failure extends ErrorDecision {
  /** WeCom's number, or −1. */
  readonly errcode: number;
  /** WeCom's words, for the operator. */
  readonly errmsg: string;
  /**
   * Whether WeCom may have accepted it all the same: its answer was lost. An errcode of WeCom's own is
   * an answer; −1 also stands for timeouts and broken connections, so it counts as lost unless the error
   * says `mayHaveArrived: false`.
   */
  readonly mayHaveArrived: boolean;
}

/** What an error of a Sender means. One that is not WeCom's is a fault of ours: it is tried again. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error) || !('decision' in error) || !('errcode' in error)) return ours;
  const { action, reason, remedy } = error.decision as ErrorDecision;
  const errcode = Number(error.errcode);
  const errmsg = 'errmsg' in error ? String(error.errmsg) : '';
  const arrival = 'mayHaveArrived' in error ? error.mayHaveArrived !== false : errcode === -1;
  return { action, reason, remedy, errcode, errmsg, mayHaveArrived: arrival };
}

const ours: Failure = {
  action: 'retry',
  reason: '企业微信繁忙',
  remedy: 'report this to the makers of this service',
  errcode: -1,
  errmsg: '',
  mayHaveArrived: true,
};

/** What becomes of a message that WeCom did not accept. */
export type Verdict =
  | Wait
  /** All its recipients cannot be reached, for the failure's reason. */
  | 'unreachable'
  /** Some of its recipients are the cause: each half on its own. */
  | 'halved'
  /** The message itself is refused: put aside for the operator. */
  | 'dead';

/** The call is made again. */
export type Wait =
  /** Later and later. */
  | 'later'
  /** In some seconds, and fewer calls at once. */
  | 'crowded'
  /** When the whole queue has waited. */
  | 'held';

export function verdictOn({ action, errcode }: Failure, recipients: number): Verdict {
  if (action === 'dropRecipients') {
    return recipients === 1 || errcode === everybodyInvalid ? 'unreachable' : 'halved';
  }
  if (action === 'split') return recipients > smallestSplit ? 'halved' : 'dead';
  return verdicts[action];
}

/** The answer when not one recipient is valid (protocol §4.2). */
const everybodyInvalid = 81013;

/** A call to no more people than this is too large because of its text, which halving does not cut. */
const smallestSplit = 100;

const verdicts: Readonly<Record<Exclude<ErrorAction, 'dropRecipients' | 'split'>, Verdict>> = {
  retry: 'later',
  refreshToken: 'later',
  slowDown: 'crowded',
  backOff: 'held',
  stop: 'held',
  deadLetter: 'dead',
  reuploadMedia: 'dead',
  final: 'dead',
};
