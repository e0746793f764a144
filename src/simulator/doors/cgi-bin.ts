import { setTimeout as sleep } from 'node:timers/promises';

import type { Context } from 'koa';
import getRawBody from 'raw-body';

import type { Api, ApiCall } from '../api/api.ts';
import { apis } from '../api/index.ts';
import { ApiRefusal, refuse } from '../rules/api-refusal.ts';
import { readJsonBody } from '../rules/raw-body.ts';
import type { Corp } from '../state/corp.ts';
import { outcomeAfter, outcomeBefore, outcomeOf, readableOutcome, sendOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { refusalsOfACorrectBot } from './refusals-of-a-correct-bot.ts';

/** A file of 20 MB and what multipart adds to it. */
const LARGEST_BODY = 21 * 1024 * 1024;
const SECRETS = new Set(['access_token', 'corpsecret']);

export interface CgiBin {
  /** Answers one request under /cgi-bin/. */
  handle(context: Context): Promise<void>;
  /** How many calls are being worked on. */
  underWay(): number;
}

/** The door the bot calls. Every answer is HTTP 200, as with WeCom, unless a fault was planned. */
export function createCgiBin(corp: Corp, latencyMs: number): CgiBin {
  const apisByName = new Map(apis.map((api) => [api.name, api]));
  let underWay = 0;

  async function answer(api: Api, context: Context): Promise<Outcome> {
    const raw = await getRawBody(context.req, { limit: LARGEST_BODY });
    if (latencyMs > 0) await sleep(latencyMs);

    const query = new URLSearchParams(context.querystring);
    const contentType = context.get('content-type');
    const fault = corp.faults.take(api.name);
    let note: string | null = fault?.kind ?? null;

    const call: ApiCall = {
      query,
      raw,
      contentType,
      json: () => readJsonBody(raw.toString('utf8')),
      report: corp.transcript.reportFor(api.name),
      remark: (remark) => {
        note ??= remark;
      },
      invalidUsers: new Set(
        fault?.kind === 'invalidUsers' ? fault.userids.map((id) => id.toLowerCase()) : [],
      ),
    };
    const before = outcomeBefore(fault);
    const accepted = before ?? (await accept(api, context.method, call, corp));
    const outcome = outcomeAfter(fault) ?? accepted;

    corp.transcript.add({
      kind: 'call',
      api: api.name,
      method: context.method,
      query: Object.fromEntries([...query].filter(([key]) => !SECRETS.has(key))),
      body: readableBody(raw, contentType),
      answer: readableOutcome(outcome),
      note,
    });
    return outcome;
  }

  return {
    async handle(context) {
      const name = context.path.replace('/cgi-bin/', '');
      const api = apisByName.get(name);
      if (api === undefined) {
        corp.transcript.reportFor(name).violation('unknown-api', `模拟器没有这个接口：${name}`);
        context.status = 404;
        return;
      }

      underWay += 1;
      try {
        sendOutcome(context, await answer(api, context));
      } finally {
        underWay -= 1;
        corp.changes.announce({ kind: 'control' });
      }
    },
    underWay: () => underWay,
  };
}

async function accept(api: Api, method: string, call: ApiCall, corp: Corp): Promise<Outcome> {
  try {
    if (method !== api.method) refuse(40058, `${api.method} expected, got ${method}`);
    if (api.needsToken) requireToken(call.query, corp);
    return outcomeOf(await api.answer(call, corp));
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;

    const { errcode, message } = error;
    if (!refusalsOfACorrectBot.has(errcode)) {
      call.report.violation(`refused-${errcode}`, `企业微信拒绝了这次调用：${errcode} ${message}`);
    }
    return { kind: 'json', json: { errcode, errmsg: message } };
  }
}

function requireToken(query: URLSearchParams, { tokens }: Corp): void {
  const token = query.get('access_token');
  if (!token) return refuse(41001, 'access_token missing');

  const errcode = tokens.refusalOf(token);
  if (errcode !== null) refuse(errcode, errcode === 42001 ? 'access_token expired' : 'invalid access_token');
}

/** What was uploaded, without its bytes. */
function uploadedFile(raw: Buffer): string {
  const [, name = '没有文件名'] = /filename="([^"]*)"/u.exec(raw.toString('utf8', 0, 1000)) ?? [];
  return `${name}，multipart 共 ${raw.length} 字节`;
}

function readableBody(raw: Buffer, contentType: string): unknown {
  if (raw.length === 0) return null;
  if (contentType.startsWith('multipart/')) return uploadedFile(raw);

  const text = raw.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
