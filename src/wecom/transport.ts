import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import * as z from 'zod';
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
  /** Its `access_token` and `corpsecret` are kept out of every error. */
  readonly query: Readonly<Record<string, string>>;
  /** JSON text, or a file, to POST; a GET without it. */
  readonly body?: string | FormBody;
}

/** A `multipart/form-data` body, ready to be sent. */
export interface FormBody {
  /** With the boundary. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
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
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: answerLimit,
  });

  return {
    async call(call) {
      let mayHaveArrived = false;
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(call);
        } catch (error) {
          if (!(error instanceof WecomError)) throw error;
          mayHaveArrived ||= error.mayHaveArrived;
          const pause = pauses[tries - 1];
          const isLast = pause === undefined || error.decision.action !== 'retry';
          if (isLast) throw error.with({ mayHaveArrived });
          await wait(pause * (0.75 + random() / 2));
        }
      }
    },
    close: () => pool.close(),
  };

  async function attempt(call: ApiCall): Promise<ApiAnswer> {
    const { api, query } = call;
    const { status, text } = await exchange(call);
    const answer = answerSchema.safeParse(parsed(text)).data;
    if (answer === undefined) throw systemFailure(call, `HTTP ${status}, not an answer of WeCom`);
    if (status >= 500) throw systemFailure(call, `HTTP ${status}`);

    const { errcode, errmsg } = answer;
    if (errcode === 0) return answer;
    if (errcode === -1) throw systemFailure(call, withoutSecrets(errmsg, query));
    throw new WecomError({ api, errcode, errmsg: withoutSecrets(errmsg, query) });
  }

  async function exchange(call: ApiCall) {
    const path = `${prefix}/cgi-bin/${call.api}?${new URLSearchParams(call.query).toString()}`;
    const { body } = call;
    try {
      const response = await pool.request(
        body === undefined
          ? { method: 'GET', path }
          : {
              method: 'POST',
              path,
              body: typeof body === 'string' ? body : body.bytes,
              headers: { 'content-type': typeof body === 'string' ? json : body.contentType },
            },
      );
      return { status: response.statusCode, text: await response.body.text() };
    } catch (error) {
      // Only the code: the error itself may hold the address, and with it the token.
      const code = codeOf(error);
      throw systemFailure(call, `network: ${code}`, unconnected.has(code) ? 'not sent' : 'perhaps sent');
    }
  }
}

const json = 'application/json; charset=utf-8';
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

/** A GET changes nothing, so it does not matter whether it arrived. */
function systemFailure(
  { api, body }: ApiCall,
  errmsg: string,
  fate: 'not sent' | 'perhaps sent' = 'perhaps sent',
) {
  return new WecomError({
    api,
    errcode: -1,
    errmsg,
    mayHaveArrived: body !== undefined && fate === 'perhaps sent',
  });
}

/** Failures before there was a connection to send anything over. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** WeCom, or a proxy before it, may quote the address that was called. */
function withoutSecrets(errmsg: string, { access_token = '', corpsecret = '' }: ApiCall['query']): string {
  const secrets = [access_token, corpsecret].filter((secret) => secret !== '');
  return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), errmsg);
}
