/** What a process of the delivery section is to do. */
export interface DeliveryTask {
  readonly sender: 'delivery' | 'undici';
  readonly userids: readonly string[];
  /** 1: everybody gets a text of their own. */
  readonly recipientsPerCall: number;
  /** Calls in flight at once; delivery has its own number of lanes, the same. */
  readonly inFlight: number;
  readonly apiBase: string;
  readonly redisUrl: string;
  /** For keys and ids that no other task uses. */
  readonly prefix: string;
}

/**
 * Who is sent something before the time is taken: so many that the code of both is compiled, for a first
 * broadcast after 500 messages takes half as much again of the processor as any later one.
 */
export const warmUps: readonly string[] = Array.from({ length: 2000 }, (_, index) => `warmup${index}`);

export interface DeliveryResult {
  readonly seconds: number;
  readonly cpuMicroseconds: number;
  /** Redis' memory for one accepted call that waits; 0 where nothing is written down. */
  readonly queuedBytes: number;
}
