import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startTestRedis } from './start-test-redis.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Redis that all tests of a run share; each keeps to keys of its own. */
    readonly redisUrl: string;
  }
}

/** Vitest's global set-up: one Redis for the whole run. */
export default async function startSharedRedis(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  const server = await startTestRedis(directory);
  project.provide('redisUrl', server.url);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  };
}
