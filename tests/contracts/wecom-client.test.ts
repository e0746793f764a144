import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccessTokens } from '../../src/wecom/access-token.ts';
import { replaceButton } from '../../src/wecom/card-update.ts';
import { createClient, type Client } from '../../src/wecom/client.ts';
import { addressed, encodeSend } from '../../src/wecom/encode-send.ts';
import { WecomError } from '../../src/wecom/errors.ts';
import { createTokenFetcher } from '../../src/wecom/fetch-access-token.ts';
import { menu } from '../../src/wecom/menu.ts';
import { text } from '../../src/wecom/message.ts';
import { createTransport, type Transport } from '../../src/wecom/transport.ts';
import { startWecomServer, type Reply, type WecomServer } from './wecom-server.ts';

let server: WecomServer;
let transport: Transport;
let client: Client;
let waits: number[];
let refreshed: string[];

beforeAll(async () => {
  server = await startWecomServer();
  transport = createTransport({
    apiBase: server.url,
    wait: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
  });
});

afterAll(async () => {
  await transport.close();
  await server.close();
});

beforeEach(() => {
  waits = [];
  refreshed = [];
  const tokens: AccessTokens = {
    current: async () => `secret-token-${refreshed.length}`,
    async refresh(failed) {
      refreshed.push(failed);
      return tokens.current();
    },
  };
  client = createClient({ transport, tokens, agentId: 1000002 });
  server.answer(() => ok);
});

const ok: Reply = { json: { errcode: 0, errmsg: 'ok' } };
const touser = 'alice|bob';
const encoded = addressed(
  encodeSend({ touser, message: text('您好😀'), agentId: 1000002, duplicateCheckSeconds: 1800 }),
  touser,
);

function error(errcode: number, errmsg = 'no'): Reply {
  return { json: { errcode, errmsg } };
}

/** These replies in turn, then success. */
function inTurn(...replies: readonly Reply[]): void {
  server.answer((_, count) => replies[count - 1] ?? ok);
}

async function failureOf(call: Promise<unknown>): Promise<WecomError> {
  const failure = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (failure instanceof WecomError) return failure;
  throw new Error(`expected a WecomError, got ${inspect(failure)}`);
}

describe('sending', () => {
  it('posts the encoded text byte for byte, the token in the address', async () => {
    await client.send(encoded);
    expect(server.asked).toEqual([
      {
        method: 'POST',
        api: 'message/send',
        query: { access_token: 'secret-token-0' },
        body: encoded,
        contentType: 'application/json; charset=utf-8',
      },
    ]);
  });

  it('tells who was left out, in lower case', async () => {
    server.answer(() => ({
      json: {
        errcode: 0,
        errmsg: 'ok',
        invaliduser: 'bob|Carol',
        unlicenseduser: 'dave',
        msgid: 'm1',
        response_code: 'r1',
      },
    }));
    expect(await client.send(encoded)).toEqual({
      invalid: ['bob', 'carol'],
      unlicensed: ['dave'],
      messageId: 'm1',
      responseCode: 'r1',
    });
  });

  it.each([
    ['nothing about it', {}],
    ['empty lists', { invaliduser: '', unlicenseduser: '' }],
    ['lists in another form', { invaliduser: null, unlicenseduser: 7, msgid: 7 }],
  ])('counts as done when WeCom accepts it and says %s', async (_, more) => {
    server.answer(() => ({ json: { errcode: 0, errmsg: 'ok', ...more } }));
    expect(await client.send(encoded)).toEqual({
      invalid: [],
      unlicensed: [],
      messageId: undefined,
      responseCode: undefined,
    });
  });

  it('reports what WeCom refuses, with its words', async () => {
    server.answer(() => error(81013, 'user & party & tag all invalid, from ip: 1.2.3.4'));
    const failure = await failureOf(client.send(encoded));
    expect(failure).toMatchObject({
      api: 'message/send',
      errcode: 81013,
      errmsg: 'user & party & tag all invalid, from ip: 1.2.3.4',
      decision: { action: 'dropRecipients' },
      mayHaveArrived: false,
    });
    expect(server.asked).toHaveLength(1);
  });
});

describe('system failures', () => {
  it.each<[string, Reply]>([
    ['a busy WeCom', error(-1, 'system busy')],
    ['HTTP 502 with a page', { status: 502, page: '<html>bad gateway</html>' }],
    ['HTTP 500 with JSON', { status: 500, page: '{"errcode":0,"errmsg":"ok"}' }],
    ['a page of a proxy', { status: 200, page: '<html>log in</html>' }],
    ['JSON that is no answer of WeCom', { status: 200, page: '["ok"]' }],
    ['an answer cut off', { status: 200, page: '{"errcode":0' }],
    ['a broken connection', 'broken'],
  ])('such as %s are tried again, with the very same body', async (_, reply) => {
    inTurn(reply);
    await client.send(encoded);
    expect(server.asked.map(({ body }) => body)).toEqual([encoded, encoded]);
    expect(waits).toEqual([500]);
  });

  it('are given up after the fourth try, at growing intervals', async () => {
    server.answer(() => error(-1));
    const failure = await failureOf(client.send(encoded));
    expect(failure).toMatchObject({ errcode: -1, decision: { action: 'retry' }, mayHaveArrived: true });
    expect(server.asked).toHaveLength(4);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it('keep in mind that an earlier try may have arrived', async () => {
    inTurn('broken', error(45009));
    expect(await failureOf(client.send(encoded))).toMatchObject({ errcode: 45009, mayHaveArrived: true });
  });

  it('before there was a connection cannot have arrived', async () => {
    const nowhere = createTransport({ apiBase: 'http://127.0.0.1:1', wait: async () => {} });
    const failure = await failureOf(nowhere.call({ api: 'message/send', query: {}, body: '{}' }));
    expect(failure).toMatchObject({ errcode: -1, errmsg: 'network: ECONNREFUSED', mayHaveArrived: false });
    await nowhere.close();
  });

  it('are spread by chance', async () => {
    const spread: number[] = [];
    const parts = {
      apiBase: server.url,
      wait: async (milliseconds: number) => void spread.push(milliseconds),
    };
    for (const chance of [0, 1]) {
      inTurn('broken');
      const some = createTransport({ ...parts, random: () => chance });
      await some.call({ api: 'getcallbackip', query: {} });
      await some.close();
    }
    expect(spread).toEqual([375, 625]);
  });
});

describe('a token WeCom refuses', () => {
  it.each([40001, 40014, 41001, 42001])('with %i is renewed once and the call repeated', async (errcode) => {
    inTurn(error(errcode));
    await client.send(encoded);
    expect(refreshed).toEqual(['secret-token-0']);
    expect(server.asked.map(({ query, body }) => [query['access_token'], body])).toEqual([
      ['secret-token-0', encoded],
      ['secret-token-1', encoded],
    ]);
  });

  it('twice is a fault of the configuration, never renewed again', async () => {
    server.answer(() => error(40014, 'invalid access_token'));
    const failure = await failureOf(client.send(encoded));
    expect(failure).toMatchObject({ errcode: 40014, decision: { action: 'stop' }, mayHaveArrived: false });
    expect(server.asked).toHaveLength(2);
    expect(refreshed).toHaveLength(1);
  });

  it('and then another failure reports that one', async () => {
    inTurn(error(42001), error(60020));
    expect(await failureOf(client.send(encoded))).toMatchObject({
      errcode: 60020,
      decision: { action: 'stop' },
    });
  });

  it('after a try that may have arrived leaves that open', async () => {
    inTurn('broken', error(42001), error(45009));
    expect(await failureOf(client.send(encoded))).toMatchObject({ errcode: 45009, mayHaveArrived: true });
  });
});

describe('the other calls', () => {
  it('update a card for some or for everybody', async () => {
    server.answer(() => ({ json: { errcode: 0, errmsg: 'ok', invaliduser: ['Carol'] } }));
    const update = replaceButton('已学完');
    expect(await client.updateCard({ responseCode: 'r', recipients: ['alice'], update })).toEqual({
      invalid: ['carol'],
    });
    await client.updateCard({ responseCode: 'r', recipients: 'everybody', update });
    expect(server.asked.map(({ api, body }) => [api, JSON.parse(body) as unknown])).toEqual([
      [
        'message/update_template_card',
        { userids: ['alice'], agentid: 1000002, response_code: 'r', button: { replace_name: '已学完' } },
      ],
      [
        'message/update_template_card',
        { atall: 1, agentid: 1000002, response_code: 'r', button: { replace_name: '已学完' } },
      ],
    ]);
  });

  it('count an update as done when WeCom accepts it and lists nobody', async () => {
    expect(
      await client.updateCard({ responseCode: 'r', recipients: 'everybody', update: replaceButton('完') }),
    ).toEqual({
      invalid: [],
    });
  });

  it('take a message back', async () => {
    await client.recall('m1');
    expect(server.asked).toMatchObject([{ method: 'POST', api: 'message/recall', body: '{"msgid":"m1"}' }]);
  });

  it('create the menu, with the agent in the address', async () => {
    await client.createMenu(menu([{ name: '学习', key: '学习' }]));
    expect(server.asked).toMatchObject([
      {
        api: 'menu/create',
        query: { agentid: '1000002', access_token: 'secret-token-0' },
        body: '{"button":[{"type":"click","name":"学习","key":"学习"}]}',
      },
    ]);
  });

  it('ask for the agent', async () => {
    server.answer(() => ({
      json: {
        errcode: 0,
        errmsg: 'ok',
        agentid: 1000002,
        name: '支部助手',
        allow_userinfos: { user: [{ userid: 'alice' }] },
        allow_partys: { partyid: [1, 2] },
        close: 0,
      },
    }));
    expect(await client.getAgent()).toEqual({
      agentId: 1000002,
      name: '支部助手',
      closed: false,
      visible: { userids: ['alice'], departments: [1, 2], tags: [] },
    });
    expect(server.asked).toMatchObject([{ method: 'GET', api: 'agent/get', query: { agentid: '1000002' } }]);
  });

  it('ask where callbacks come from', async () => {
    server.answer(() => ({ json: { errcode: 0, errmsg: 'ok', ip_list: ['101.226.103.*'] } }));
    expect(await client.callbackIps()).toEqual(['101.226.103.*']);
  });

  it('do not take nonsense for an answer', async () => {
    expect(await failureOf(client.getAgent())).toMatchObject({
      errcode: -1,
      errmsg: 'the answer has no proper agentid',
    });
    expect(await failureOf(client.callbackIps())).toMatchObject({ errcode: -1, mayHaveArrived: false });
  });
});

describe('asking for a token', () => {
  const parts = { corpId: 'ww1', secret: 'the+secret/&=' };

  it('hands in corpid and secret, escaped', async () => {
    server.answer(() => ({ json: { errcode: 0, errmsg: 'ok', access_token: 'T', expires_in: 7200 } }));
    expect(await createTokenFetcher({ transport, ...parts })()).toEqual({ token: 'T', expiresIn: 7200 });
    expect(server.asked).toMatchObject([
      { method: 'GET', api: 'gettoken', query: { corpid: 'ww1', corpsecret: 'the+secret/&=' } },
    ]);
  });

  it('does not take an answer without one for success', async () => {
    expect(await failureOf(createTokenFetcher({ transport, ...parts })())).toMatchObject({
      errcode: -1,
      errmsg: 'the answer has no proper access_token',
    });
  });
});

describe('no error', () => {
  it.each<[string, Reply]>([
    [
      'of WeCom that quotes the address',
      error(40058, 'bad call /cgi-bin/x?access_token=secret-token-0, hint'),
    ],
    ['of a proxy that quotes the address', { status: 502, page: '/cgi-bin/x?access_token=secret-token-0' }],
    ['of the network', 'broken'],
  ])('%s shows the token', async (_, reply) => {
    server.answer(() => reply);
    const failure = await failureOf(client.send(encoded));
    expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain('secret-token');
  });

  it('shows the secret', async () => {
    server.answer(({ query }) =>
      error(40001, `invalid credential ${query['corpsecret'] ?? ''}, from ip: 1.2.3.4`),
    );
    const failure = await failureOf(createTokenFetcher({ transport, corpId: 'ww1', secret: 'the-secret' })());
    expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain('the-secret');
    expect(failure.errmsg).toBe('invalid credential …, from ip: 1.2.3.4');
  });
});

describe('the base address', () => {
  it('may have a path, as a proxy has', async () => {
    const behindProxy = createTransport({ apiBase: `${server.url}/wecom/` });
    await behindProxy.call({ api: 'getcallbackip', query: {} });
    expect(server.asked).toMatchObject([{ api: '/wecomgetcallbackip' }]);
    await behindProxy.close();
  });
});

describe('many calls at once', () => {
  it('all get their own answer', async () => {
    server.answer(({ body }) => ({
      json: { errcode: 0, errmsg: 'ok', msgid: (JSON.parse(body) as { id: string }).id },
    }));
    const ids = Array.from({ length: 300 }, (_, index) => `m${index}`);
    const results = await Promise.all(ids.map((id) => client.send(JSON.stringify({ id }))));
    expect(results.map(({ messageId }) => messageId)).toEqual(ids);
  });
});
