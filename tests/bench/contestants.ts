import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cores } from './cores.ts';
import { passive, plain, type ReplyCheck } from './replies.ts';
import { startServer, type ServerProcess } from './server-process.ts';
import { projectRoot, type Stage } from './stage.ts';

/** A server to be compared. */
export interface Contestant {
  readonly name: string;
  /** What Node.js is told to run, and how. */
  readonly program: string;
  readonly options?: readonly string[];
  /** What it may answer to 签到, the first time and later. */
  readonly answers: ReplyCheck;
}

const servers = join(projectRoot, 'tests/bench/servers');

export const bareKoa: Contestant = {
  name: 'bare Koa',
  program: join(servers, 'bare-koa.mjs'),
  answers: plain('ok'),
};

export const floor: Contestant = {
  name: 'Koa + crypto + one INCR',
  program: join(servers, 'koa-crypto-redis.mjs'),
  answers: passive(/^第 \d+ 次$/u),
};

/** What `npm start` tells Node.js besides the program. */
export const startOptions = readStartOptions();

/** The service, as `npm start` starts it. */
export const product: Contestant = {
  name: 'the service',
  options: startOptions,
  program: join(projectRoot, 'src/setup/start.mjs'),
  answers: passive(/^今天的学习签到已记下|^今天已经签过了/u),
};

/** Starts it with nothing added, on the servers' core. */
export function startBare(
  { program, options = [] }: Contestant,
  cores: Cores,
  stage: Stage,
): Promise<ServerProcess> {
  return startServer([...cores.serverPrefix, process.execPath, ...options, program], stage.environment);
}

/** Starts it so that it can be asked what it has used. */
export function startMeasured(
  { program, options = [] }: Contestant,
  cores: Cores,
  environment: NodeJS.ProcessEnv,
): Promise<ServerProcess> {
  const reportUsage = pathToFileURL(join(servers, 'report-usage.mjs')).href;
  return startServer(
    [...cores.serverPrefix, process.execPath, ...options, '--import', reportUsage, program],
    environment,
  );
}

function readStartOptions(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
