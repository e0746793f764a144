import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../../time/clock.ts';

/** Media live three days (protocol §4.6). */
const LIFETIME = 3 * 24 * 60 * 60 * 1000;

export type MediaType = 'image' | 'voice' | 'video' | 'file';

/** What is known about an uploaded file without its bytes. */
export interface MediaLabel {
  readonly id: string;
  readonly type: MediaType;
  readonly name: string;
  readonly size: number;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

export interface MediaShelf {
  put(type: MediaType, name: string, bytes: Buffer): Promise<MediaLabel>;
  /** Undefined when there is no such file or its three days are over. */
  label(id: string): MediaLabel | undefined;
  /** The bytes of a file that has a label. */
  read(id: string): Promise<Buffer | undefined>;
  save(): readonly MediaLabel[];
}

/** Keeps the bytes in `folder` when there is one, so that they survive a restart; else in memory. */
export function createMediaShelf(
  clock: Clock,
  folder: string | undefined,
  saved: readonly MediaLabel[] = [],
): MediaShelf {
  const labels = new Map(saved.map((one) => [one.id, one]));
  const contents = new Map<string, Buffer>();

  function label(id: string): MediaLabel | undefined {
    const found = labels.get(id);
    return found !== undefined && clock.now() < found.createdAt + LIFETIME ? found : undefined;
  }

  async function clearExpired(): Promise<void> {
    for (const id of labels.keys()) {
      if (label(id) !== undefined) continue;
      labels.delete(id);
      contents.delete(id);
      if (folder !== undefined) await rm(join(folder, id), { force: true });
    }
  }

  return {
    async put(type, name, bytes) {
      await clearExpired();
      const id = randomBytes(24).toString('base64url');
      const created = { id, type, name, size: bytes.length, createdAt: clock.now() };

      if (folder === undefined) {
        contents.set(id, bytes);
      } else {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, id), bytes);
      }
      labels.set(id, created);
      return created;
    },

    label,

    async read(id) {
      if (label(id) === undefined) return undefined;
      if (folder === undefined) return contents.get(id);
      return readFile(join(folder, id)).catch(() => undefined);
    },

    save: () => [...labels.keys()].flatMap((id) => label(id) ?? []),
  };
}
