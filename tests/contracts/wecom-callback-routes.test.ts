import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import Koa from 'koa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCallbackRoutes, type CallbackReport } from '../../src/wecom/callback-routes.ts';
import { createCallback } from '../../src/wecom/callback.ts';
import { createEnvelope } from '../../src/wecom/envelope.ts';
import { wecomVector } from './wecom-vectors.ts';

const vector = wecomVector('V2');
const { signature, timestamp, nonce, encrypted } = vector;
const query = `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`;
const delivery = `<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
const tooLarge = 1024 * 1024 + 1;

let server: Server;
let port: number;
let answer: string | undefined;
const reports: CallbackReport[] = [];

beforeAll(async () => {
  const callback = createCallback({
    envelope: createEnvelope(vector),
    corpId: vector.receiveId,
    agentId: 218,
    clock: { now: () => 1_409_659_813_000 },
    maxSkewSeconds: 0,
    handle: async () => answer,
  });
  const koa = new Koa();
  // Koa itself reports the sender who hangs up.
  koa.silent = true;
  koa.use(createCallbackRoutes(callback, (report) => reports.push(report)));
  const serve = koa.callback();
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  reports.length = 0;
  answer = undefined;
});

function ask(search: string, init?: RequestInit): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/wecom/callback?${search}`, init);
}

describe('GET /wecom/callback', () => {
  const check = wecomVector('V1');
  const search = `msg_signature=${check.signature}&timestamp=${check.timestamp}&nonce=${check.nonce}&echostr=${encodeURIComponent(check.encrypted)}`;

  it('answers the echostr as bare text, although it looks like a number', async () => {
    const response = await ask(search);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toBe('1616140317555161061');
    expect(reports).toMatchObject([{ outcome: 'verified' }]);
  });

  it.each([
    [search.replace('5c45', '5c46'), 403],
    [`${search}&nonce=1`, 400],
    ['', 400],
  ])('refuses %s with %i and nothing else', async (wrong, status) => {
    const response = await ask(wrong);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });
});

describe('other methods', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('%s is not allowed, and counted', async (method) => {
    const response = await ask(query, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await response.text()).toBe('');
    expect(reports).toEqual([{ outcome: 'badMethod' }]);
  });
});

describe('POST /wecom/callback', () => {
  it('acknowledges with 200 and an empty body, not with 204 or 404', async () => {
    const response = await ask(query, { method: 'POST', body: delivery });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('0');
    expect(reports).toMatchObject([{ outcome: 'accepted', kind: 'text' }]);
  });

  it('answers with XML', async () => {
    answer = '收到';
    const response = await ask(query, { method: 'POST', body: delivery });
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await response.text()).toMatch(/^<xml><Encrypt>.*<TimeStamp>1409659813<\/TimeStamp>.*<\/xml>$/);
  });

  it.each(['text/xml', 'application/json', 'application/x-www-form-urlencoded', 'nonsense'])(
    'reads the body whatever its type claims: %s',
    async (type) => {
      const response = await ask(query, {
        method: 'POST',
        body: delivery,
        headers: { 'content-type': type },
      });
      expect(response.status).toBe(200);
    },
  );

  it.each([
    ['a forged signature', query.replace('4777', '4778'), delivery, 403, 'badSignature'],
    ['a missing parameter', 'timestamp=1&nonce=2', delivery, 400, 'badQuery'],
    ['a body that is no XML', query, 'hello', 400, 'notXml'],
    ['no body', query, '', 400, 'notXml'],
  ])('refuses %s with an empty body', async (_, search, body, status, outcome) => {
    const response = await ask(search, { method: 'POST', body });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(reports).toMatchObject([{ outcome }]);
  });

  it('takes a body of exactly 1 MiB', async () => {
    const response = await ask(query, { method: 'POST', body: delivery.padEnd(tooLarge - 1) });
    expect(response.status).toBe(200);
  });

  it('refuses a declared 2 MiB with 413, which the sender gets to read', async () => {
    const response = await ask(query, { method: 'POST', body: 'x'.repeat(2 * tooLarge) });
    expect(response.status).toBe(413);
    expect(await response.text()).toBe('');
    expect(reports).toEqual([{ outcome: 'tooLarge' }]);
  });

  it('refuses one byte too many that was not declared', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest({ port, method: 'POST', path: `/wecom/callback?${query}` }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.write(Buffer.alloc(tooLarge, ' '));
      request.end();
    });
    expect(status).toBe(413);
    expect(reports).toEqual([{ outcome: 'tooLarge' }]);
  });

  it('refuses a declared oversize at once, before any of it has arrived', async () => {
    const head = await firstAnswer(`content-length: ${tooLarge}`, '');
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('hangs up on a sender who never stops', async () => {
    const ended = new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.on('close', () => resolve());
      socket.write(`POST /wecom/callback?${query} HTTP/1.1\r\nhost: x\r\ncontent-length: ${2 ** 40}\r\n\r\n`);
      const flood = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(64 * 1024)));
        socket.once('drain', flood);
      };
      flood();
      socket.resume();
    });
    await ended;
    expect(reports).toEqual([{ outcome: 'tooLarge' }]);
  });

  it('keeps the connection of a sender who finishes', async () => {
    const before = await connections();
    for (const size of [10, 2 * tooLarge, 10]) await ask(query, { method: 'POST', body: 'x'.repeat(size) });
    expect(await connections()).toBeLessThanOrEqual(Math.max(before, 1));
  });

  it('takes note of a sender who hangs up', async () => {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const closed = new Promise<void>((resolve) => {
      server.once('request', (request) => request.once('close', () => setImmediate(resolve)));
    });
    socket.write(
      `POST /wecom/callback?${query} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf`,
      () => socket.destroy(),
    );
    await closed;
    expect(reports).toEqual([{ outcome: 'aborted' }]);
  });
});

/** Sends a head and the beginning of a body, and returns what comes back first. */
function firstAnswer(header: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject);
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.write(`POST /wecom/callback?${query} HTTP/1.1\r\nhost: x\r\n${header}\r\n\r\n${body}`);
  });
}

function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
