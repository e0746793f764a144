/** What /metrics counts. */
export type DeliveryEvent =
  | Deed
  /** WeCom's number for a call that it did not accept, −1 for none. */
  | { readonly refused: number }
  /** So many recipients were not reached, for a reason in the officers' words. */
  | { readonly missed: string; readonly people: number };

export type Deed =
  /** A call that WeCom accepted. */
  | 'sent'
  | 'cardUpdated'
  /** A message that WeCom took back. */
  | 'recalled'
  /** A call that WeCom did not accept and that will be made again. */
  | 'retried'
  /** Put off because a recipient had the most a minute or an hour allows. */
  | 'putOff'
  /** Put off to a later time of its recipients: its hours were over, or the day's quota used up. */
  | 'postponed'
  /** WeCom limits the frequency; the whole queue waited. */
  | 'backedOff'
  /** WeCom refuses everything until an operator acts; and the end of that. */
  | 'stopped'
  | 'resumed'
  /** Refused for its content, or impossible to read: put aside. */
  | 'dead'
  /** Whether it arrived will never be known. */
  | 'unconfirmed';
