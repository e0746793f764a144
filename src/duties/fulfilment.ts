import type { LocalDate } from '../time/local-date.ts';

/** That an organisation met a duty on a day. What was said or done there is not kept, nor who recorded it. */
export interface Fulfilment {
  /** The organisation's code in the roster. */
  readonly organisation: string;
  /** The duty's code in `content/duties/`, such as `memberAssembly`. */
  readonly duty: string;
  readonly date: LocalDate;
  readonly evidence: Evidence;
}

export type Evidence =
  /** Known to the service: a meeting that was held, a test that was closed. */
  | { readonly kind: 'meeting' | 'paper'; readonly number: number }
  /** 登记: an officer said so. */
  | { readonly kind: 'registered' };
