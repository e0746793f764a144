import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { ReplicaOrders } from './replica-process.ts';

/** Starts replicas in processes of their own. */
export interface ReplicaSpawner {
  spawn(orders: ReplicaOrders): Promise<SpawnedReplica>;
  close(): Promise<void>;
}

export interface SpawnedReplica {
  readonly callbackUrl: string;
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>;
}

/** Bundles the replica first: many are started, and so each is up in a third of the time. */
export async function replicaSpawner(): Promise<ReplicaSpawner> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  await build({
    entryPoints: [fileURLToPath(new URL('replica-process.ts', import.meta.url))],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is only loaded when there is something to send stays outside.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Libraries in CommonJS ask for Node's own modules with `require`.
    banner: {
      js: "import{createRequire as bundlesRequire}from'node:module';const require=bundlesRequire(import.meta.url);",
    },
  });

  return {
    async spawn(orders) {
      const child = fork(join(directory, 'replica-process.mjs'), [JSON.stringify(orders)], { execArgv: [] });
      const ended = once(child, 'exit');
      const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
      if (!child.connected) throw new Error('a replica did not start; see what it printed');
      return {
        callbackUrl: `http://127.0.0.1:${port}/wecom/callback`,
        async kill() {
          child.kill('SIGKILL');
          await ended;
        },
      };
    },
    close: () => rm(directory, { recursive: true }),
  };
}
