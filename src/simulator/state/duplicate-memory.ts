import { createHash } from 'node:crypto';

import type { Clock } from '../../time/clock.ts';

/** What was answered to a request that must not be delivered again. */
export interface RememberedRequest {
  readonly hash: string;
  /** Milliseconds since the Unix epoch. */
  readonly until: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** WeCom's duplicate check: the same request within its interval is accepted but not delivered. */
export interface DuplicateMemory {
  /** The answer to the same bytes, while their interval lasts. */
  recall(body: string): RememberedRequest['answer'] | undefined;
  remember(body: string, seconds: number, answer: RememberedRequest['answer']): void;
  save(): readonly RememberedRequest[];
}

export function createDuplicateMemory(
  clock: Clock,
  saved: readonly RememberedRequest[] = [],
): DuplicateMemory {
  const remembered = new Map(saved.map((request) => [request.hash, request]));

  return {
    recall(body) {
      const request = remembered.get(hashOf(body));
      return request !== undefined && clock.now() < request.until ? request.answer : undefined;
    },
    remember(body, seconds, answer) {
      const hash = hashOf(body);
      remembered.set(hash, { hash, until: clock.now() + seconds * 1000, answer });
    },
    save: () => [...remembered.values()].filter(({ until }) => clock.now() < until),
  };
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
