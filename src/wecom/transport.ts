import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { z } from 'zod';
import { WecomError } from './errors.ts';

/** Calls of WeCom's server API (protocol §4) over HTTP. */
export interface Transport {
  /**
   * Makes one call and returns its answer. System failures are tried again up to three times (protocol
   * §7.1, class A). Rejects with a WecomError for every other failure.
   */
  call(call: ApiCall): Promise<ApiAnswer>;
  /** Waits for open calls and closes the connections. */
  close(): Promise<void>;
}

export interface ApiCall {
  /** Path below `cgi-bin/`, such as `message/send`. */
  readonly api: string;
  /** Values are secrets as a rule: they are kept out of every error. */
  readonly query: Readonly<Record<string, string>>;
  /** JSON text to POST; a GET without it. */
  readonly body?: string;
}

/** Any further fields are checked by the caller. */
export type ApiAnswer = Readonly<Record<string, unknown>>;

export interface TransportParts {
  /** `https://qyapi.weixin.qq.com`, or a stand-in or proxy, which may have a path. */
  readonly apiBase: string;
  /** Most connections at a time. */
  readonly connections?: number;
  /** Waits between tries, in milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  /** 0 to 1; spreads the tries of many callers. */
  readonly random?: () => number;
}

export function createTransport(parts: TransportParts): Transport {
  const { connections = 64, wait = sleep, random = Math.random } = parts;
  const base = new URL(parts.apiBase);
  const prefix = base.pathname.replace(/\/+$/, '');
  const pool = new Pool(base.origin, {
    connections,
    connect: { timeout: timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: answerLimit,
  });

  return {
    async call(call) {
      for (const pause of pauses) {
        try {
          return await attempt(call);
        } catch (error) {
          if (!(error instanceof WecomError) || error.decision.action !== 'retry') throw error;
        }
        await wait(pause * (0.75 + random() / 2));
      }
      return attempt(call);
    },
    close: () => pool.close(),
  };

  async function attempt({ api, query, body }: ApiCall): Promise<ApiAnswer> {
    const path = `${prefix}/cgi-bin/${api}?${new URLSearchParams(query).toString()}`;
    const { status, text } = await exchange(api, path, body);
    const answer = answerSchema.safeParse(parsed(text)).data;
    if (status >= 500 || answer === undefined) {
      throw systemFailure(
        api,
        answer === undefined ? `HTTP ${status}, not an answer of WeCom` : `HTTP ${status}`,
      );
    }
    const { errcode, errmsg } = answer;
    if (errcode !== 0) throw new WecomError({ api, errcode, errmsg: withoutSecrets(errmsg, query) });
    return answer;
  }

  async function exchange(api: string, path: string, body: string | undefined) {
    try {
      const response = await pool.request(
        body === undefined
          ? { method: 'GET', path }
          : { method: 'POST', path, body, headers: { 'content-type': 'application/json; charset=utf-8' } },
      );
      return { status: response.statusCode, text: await response.body.text() };
    } catch (error) {
      // Only the code: the error itself may hold the address, and with it the token.
      throw systemFailure(api, `network: ${codeOf(error)}`);
    }
  }
}

/** Milliseconds for each of connecting, the head of the answer, and silence within its body. */
const timeout = 10_000;
/** Bytes; WeCom's longest answers to an app are a few KiB. */
const answerLimit = 4 * 1024 * 1024;
/** Milliseconds before the second, third and fourth try (protocol §7.1). */
const pauses = [500, 1000, 2000];

const answerSchema = z.looseObject({ errcode: z.int(), errmsg: z.string().default('') });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function systemFailure(api: string, errmsg: string): WecomError {
  return new WecomError({ api, errcode: -1, errmsg });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function withoutSecrets(errmsg: string, query: ApiCall['query']): string {
  return Object.values(query).reduce(
    (text, value) => (value === '' ? text : text.replaceAll(value, '…')),
    errmsg,
  );
}
