import { Fault } from '../errors.ts';
import { decide, type ErrorDecision } from './error-decision.ts';

export interface WecomRefusal {
  /** Path below `cgi-bin/`, such as `message/send`. */
  readonly api: string;
  /** WeCom's number; −1 also for what went wrong before there was one. */
  readonly errcode: number;
  /** WeCom's text, with its `from ip` and hint, which its support asks for. Without token and secret. */
  readonly errmsg: string;
  /** Overrides what the number alone would mean. */
  readonly decision?: ErrorDecision;
  /** See `WecomError`; without it, true for −1. */
  readonly mayHaveArrived?: boolean;
}

/** A call that WeCom did not accept, together with what to do about it. */
export class WecomError extends Fault {
  readonly api: string;
  readonly errcode: number;
  readonly errmsg: string;
  readonly decision: ErrorDecision;
  /** Whether one of the tries may have taken effect all the same, because its answer was lost. */
  readonly mayHaveArrived: boolean;

  constructor(refusal: WecomRefusal) {
    const { api, errcode, errmsg, decision = decide(errcode), mayHaveArrived = errcode === -1 } = refusal;
    super(`calling ${api}: ${errcode} ${errmsg}`, decision.remedy);
    this.api = api;
    this.errcode = errcode;
    this.errmsg = errmsg;
    this.decision = decision;
    this.mayHaveArrived = mayHaveArrived;
  }

  /** The same error with something known better. */
  with(better: Partial<Pick<WecomRefusal, 'decision' | 'mayHaveArrived'>>): WecomError {
    const { api, errcode, errmsg, decision, mayHaveArrived } = this;
    return new WecomError({ api, errcode, errmsg, decision, mayHaveArrived, ...better });
  }
}
