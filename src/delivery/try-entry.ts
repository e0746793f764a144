import { entryOf } from './entry-record.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { done, held, type Next, type QueuedEntry, type TryParts } from './try-parts.ts';
import { createTryRecall } from './try-recall.ts';
import { createTrySend } from './try-send.ts';
import { createTryUpdate } from './try-update.ts';
import { createTryUpload } from './try-upload.ts';
import { createTryWithdrawal } from './try-withdrawal.ts';

/** Tries one entry. `attempts` counts the tries from 1. Rejects when Redis or the program fails. */
export type TryEntry = (queued: QueuedEntry, attempts: number) => Promise<Next>;

export function createTryEntry(parts: TryParts): TryEntry {
  const { settlement, gate, clock, log, count } = parts;
  const trySend = createTrySend(parts);
  const tryUpdate = createTryUpdate(parts);
  const tryUpload = createTryUpload(parts);
  const tryWithdrawal = createTryWithdrawal(parts);
  const tryRecall = createTryRecall(parts);

  return async (queued, attempts) => {
    const entry = readable(queued);
    if (entry === undefined) return buryUnreadable(queued.id);
    const pass = await gate.enter();
    if (pass === undefined) return held;
    switch (entry.kind) {
      case 'send':
        return trySend({ entry, queued, pass, attempts });
      case 'update':
        return tryUpdate({ entry, queued, pass, attempts });
      case 'upload':
        return tryUpload({ entry, queued, pass, attempts });
      case 'withdrawal':
        return tryWithdrawal({ entry, queued, pass, attempts });
      case 'recall':
        return tryRecall({ entry, queued, pass, attempts });
    }
  };

  async function buryUnreadable(id: string): Promise<Next> {
    const remedy = 'look at what wrote into Redis besides this service, and which version did';
    log.error({ entry: id, remedy }, 'an entry of the outbox is not readable and was put aside');
    count('dead');
    await settlement.bury(id, { errcode: 0, reason: '记录损坏', remedy }, clock.now());
    await settlement.remove(id);
    return done;
  }
}

function readable({ id, record }: QueuedEntry): OutboxEntry | undefined {
  try {
    return entryOf(id, record);
  } catch {
    return undefined;
  }
}
