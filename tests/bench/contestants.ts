import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { passive, plain, type ReplyCheck } from './replies.ts';
import { projectRoot } from './stage.ts';

/** A server to be compared. */
export interface Contestant {
  readonly name: string;
  /** What Node.js is told to run. */
  readonly program: string;
  /** What it has to answer to 签到. */
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

/** As `npm start` starts it. */
export const product: Contestant = {
  name: '签到',
  program: join(projectRoot, 'src/setup/start.mjs'),
  answers: passive(/^(?:今天的学习签到已记下|今天已经签过了)/u),
};

/** Loaded in front of a server, it lets us ask what the process has used. */
export const reportUsage = ['--import', pathToFileURL(join(servers, 'report-usage.mjs')).href];
