import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { decryptFrame, encryptFrame, readEncodingAesKey } from '../../src/simulator/crypto/frame.ts';
import { sameSignature, signatureOf } from '../../src/simulator/crypto/signature.ts';
import { createFrozenClock } from '../../src/simulator/frozen-clock.ts';
import type { FrozenClock } from '../../src/simulator/frozen-clock.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import type { SimulatorOptions } from '../../src/simulator/simulator-options.ts';
import { cdata, bare, group } from '../../src/simulator/xml/build-xml.ts';
import { childOf, parseXml } from '../../src/simulator/xml/parse-xml.ts';
import type { XmlElement } from '../../src/simulator/xml/parse-xml.ts';

const CORP_ID = 'ww0123456789abcdef';
const AGENT_ID = 1000002;
const TOKEN = 'QDG6eK';
const ENCODING_AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const SECRET = 'a-secret-of-the-tests';

/** A Friday, 08:31 in Shanghai. */
export const FRIDAY_MORNING = Date.parse('2026-11-20T08:31:00+08:00');

export const people = [
  { userid: 'LinXT', name: '林晓棠', organisation: '机关一支部' },
  { userid: 'zhang.san', name: '张三', organisation: '机关一支部', post: '书记' },
  { userid: 'wang-5', name: '王五', organisation: '机关工委', post: '工委' },
];

/** What a bot may answer to a callback: a passive text, nothing, or HTTP exactly as given. */
export type BotAnswer = string | null | { status: number; body: string };

/** A bot of a few lines which trusts nothing but its own reading of protocol §1. */
export interface ScriptedBot {
  readonly url: string;
  /** The decrypted callbacks so far. */
  readonly received: readonly XmlElement[];
  /** What to answer from now on. */
  script: (callback: XmlElement) => BotAnswer | Promise<BotAnswer>;
  close(): Promise<void>;
}

export async function startScriptedBot(): Promise<ScriptedBot> {
  const key = readEncodingAesKey(ENCODING_AES_KEY);
  const received: XmlElement[] = [];

  const server = createServer((request, response) => {
    void (async () => {
      const query = new URL(request.url ?? '', 'http://bot').searchParams;
      const field = (name: string): string => query.get(name) ?? '';
      const echo = query.get('echostr');
      const body = await text(request);
      const encrypt = echo ?? childOf(parseXml(body), 'Encrypt')?.text ?? '';

      const signature = signatureOf(TOKEN, field('timestamp'), field('nonce'), encrypt);
      if (!sameSignature(signature, field('msg_signature'))) {
        response.writeHead(403).end();
        return;
      }
      const message = decryptFrame(key, encrypt, CORP_ID);
      if (echo !== null) {
        response.end(message);
        return;
      }

      const callback = parseXml(message);
      received.push(callback);
      const answer = await bot.script(callback);
      if (answer === null) response.end();
      else if (typeof answer === 'string') response.end(passiveReply(callback, answer));
      else response.writeHead(answer.status).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  const bot: ScriptedBot = {
    url: `http://127.0.0.1:${port}/wecom/callback`,
    received,
    script: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return bot;
}

/** A correct passive text reply to this callback. */
export function passiveReply(callback: XmlElement, content: string): string {
  return sealReply(
    group(
      'xml',
      cdata('ToUserName', fieldOf(callback, 'FromUserName')),
      cdata('FromUserName', CORP_ID),
      bare('CreateTime', 1_700_000_001),
      cdata('MsgType', 'text'),
      cdata('Content', content),
    ),
  );
}

/** Encrypts and signs any plaintext as a bot does; `receiveId` is the corp's unless a test bends it. */
export function sealReply(xml: string, receiveId: string = CORP_ID): string {
  const encrypt = encryptFrame(readEncodingAesKey(ENCODING_AES_KEY), xml, receiveId);
  const signature = signatureOf(TOKEN, '1700000001', '42', encrypt);
  return group(
    'xml',
    cdata('Encrypt', encrypt),
    cdata('MsgSignature', signature),
    bare('TimeStamp', 1_700_000_001),
    cdata('Nonce', '42'),
  );
}

/** The text of a field of a callback; empty when it is not there. */
export function fieldOf(callback: XmlElement, name: string): string {
  return childOf(callback, name)?.text ?? '';
}

/** The errcode, errmsg and further fields of an answer. */
export type ApiAnswer = Record<string, unknown> & { errcode: number };

/** A simulator with a scripted bot towards it. */
export interface Bench {
  readonly simulator: Simulator;
  readonly bot: ScriptedBot;
  readonly clock: FrozenClock;
  readonly url: string;
  /** Calls an API with a good token, posting `body` when there is one; text is posted as it is. */
  call(api: string, body?: object | string, query?: Record<string, string>): Promise<ApiAnswer>;
  /** Sends a message with everything a correct request has beside its payload. */
  send(message: object): Promise<ApiAnswer>;
  /** Uploads bytes and returns the answer. */
  upload(type: string, bytes: Buffer, name?: string): Promise<ApiAnswer>;
  /** The bytes of a file, read as Latin-1, or the JSON of a refusal. */
  download(mediaId: string): Promise<string>;
  close(): Promise<void>;
}

export async function startBench(options: Partial<SimulatorOptions> = {}): Promise<Bench> {
  const clock = createFrozenClock(FRIDAY_MORNING);
  const bot = await startScriptedBot();
  const simulator = createSimulator({
    corpId: CORP_ID,
    agentId: AGENT_ID,
    secret: SECRET,
    token: TOKEN,
    encodingAesKey: ENCODING_AES_KEY,
    people,
    callbackUrl: bot.url,
    clock,
    ...options,
  });
  const { url } = await simulator.listen(0);

  async function get(path: string, query: Record<string, string>): Promise<ApiAnswer> {
    const response = await fetch(`${url}/cgi-bin/${path}?${new URLSearchParams(query)}`);
    return (await response.json()) as ApiAnswer;
  }

  async function token(): Promise<string> {
    const answer = await get('gettoken', { corpid: CORP_ID, corpsecret: SECRET });
    return String(answer['access_token']);
  }

  async function call(
    api: string,
    body?: object | string,
    query: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const withToken = { access_token: await token(), ...query };
    if (body === undefined) return get(api, withToken);

    const response = await fetch(`${url}/cgi-bin/${api}?${new URLSearchParams(withToken)}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return (await response.json()) as ApiAnswer;
  }

  return {
    simulator,
    bot,
    clock,
    url,
    call,
    send: (message) =>
      call('message/send', {
        touser: 'LinXT',
        agentid: AGENT_ID,
        enable_duplicate_check: 1,
        duplicate_check_interval: 600,
        ...message,
      }),
    async upload(type, bytes, name = 'a.png') {
      const form = new FormData();
      form.append('media', new Blob([new Uint8Array(bytes)]), name);
      const query = new URLSearchParams({ access_token: await token(), type });
      const response = await fetch(`${url}/cgi-bin/media/upload?${query}`, { method: 'POST', body: form });
      return (await response.json()) as ApiAnswer;
    },
    async download(mediaId) {
      const query = new URLSearchParams({ access_token: await token(), media_id: mediaId });
      const response = await fetch(`${url}/cgi-bin/media/get?${query}`);
      return Buffer.from(await response.arrayBuffer()).toString('latin1');
    },
    async close() {
      await simulator.close();
      await bot.close();
    },
  };
}
