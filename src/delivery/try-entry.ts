import { entryOf } from './entry-record.ts';
import { loadEntry, type LoadedEntry } from './load-entry.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { done, held, type Next, type TryParts } from './try-parts.ts';
import { createTrySend } from './try-send.ts';
import { createTryUpdate } from './try-update.ts';

/** Tries one entry. `attempt` counts the tries from 1. Rejects when Redis or the program fails. */
export type TryEntry = (id: string, attempt: number) => Promise<Next>;

export function createTryEntry(parts: TryParts): TryEntry {
  const { redis, keys, settlement, gate, clock, log, count } = parts;
  const trySend = createTrySend(parts);
  const tryUpdate = createTryUpdate(parts);

  return async (id, attempt) => {
    const loaded = await loadEntry(redis, keys, id);
    if (loaded === undefined) return done;
    if (loaded.settledBefore) return remove(id, loaded);
    const entry = readable(id, loaded);
    if (entry === undefined) return buryUnreadable(id, loaded);

    const pass = await gate.enter();
    if (pass === undefined) return held;
    return entry.kind === 'send'
      ? trySend(entry, loaded, pass, attempt)
      : tryUpdate(entry, loaded, pass, attempt);
  };

  async function remove(id: string, { now }: LoadedEntry): Promise<Next> {
    await settlement.remove(id, now);
    return done;
  }

  async function buryUnreadable(id: string, loaded: LoadedEntry): Promise<Next> {
    const remedy = 'look at what wrote into Redis besides this service, and which version did';
    log.error({ entry: id, remedy }, 'an entry of the outbox is not readable and was put aside');
    count('dead');
    await settlement.bury(id, { errcode: 0, reason: '记录损坏', remedy }, clock.now());
    return remove(id, loaded);
  }
}

function readable(id: string, { record }: LoadedEntry): OutboxEntry | undefined {
  try {
    return entryOf(id, record);
  } catch {
    return undefined;
  }
}
