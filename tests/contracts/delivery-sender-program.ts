import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

/** Starts replicas in processes of their own; they end with the test at the latest. */
export type StartSender = (redisUrl: string, wecomUrl: string) => ChildProcess;

/** Bundles the program for the tests of a file, so that each of many senders is up in a third of the time. */
export function senderProgram(): StartSender {
  let programs: string;

  beforeAll(async () => {
    programs = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
    await build({
      entryPoints: [fileURLToPath(new URL('delivery-sender-process.ts', import.meta.url))],
      outdir: programs,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // Libraries in CommonJS ask for Node's own modules with `require`.
      banner: {
        js: "import{createRequire as bundlesRequire}from'node:module';const require=bundlesRequire(import.meta.url);",
      },
    });
  });
  afterAll(() => rm(programs, { recursive: true }));

  return (redisUrl, wecomUrl) => {
    const sender = fork(join(programs, 'delivery-sender-process.mjs'), [redisUrl, wecomUrl, 'zb'], {
      execArgv: [],
    });
    onTestFinished(() => void sender.kill('SIGKILL'));
    return sender;
  };
}
