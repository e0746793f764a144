import { describe, expect, it } from 'vitest';
import { createCallback, type CallbackParts } from '../../src/wecom/callback.ts';
import { parseDocument } from '../../src/wecom/document.ts';
import { createEnvelope } from '../../src/wecom/envelope.ts';
import type { Incoming } from '../../src/wecom/incoming.ts';
import { wecomVector } from './wecom-vectors.ts';

const app = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'wx5823bf96d3bd56c7',
};
const envelope = createEnvelope(app);
const now = 1_700_000_010_500;

/** A callback whose deliveries are gathered and answered with `answer`. */
function listening(answer?: string, parts: Partial<CallbackParts> = {}) {
  const heard: Incoming[] = [];
  const callback = createCallback({
    envelope,
    corpId: app.receiveId,
    agentId: 1000002,
    clock: { now: () => now },
    maxSkewSeconds: 0,
    async handle(incoming) {
      heard.push(incoming);
      return answer;
    },
    ...parts,
  });
  return { callback, heard };
}

/** What WeCom would send for this decrypted XML: the query and the body. */
function delivered(xml: string, sealing = envelope, timestamp = '1700000000'): [query: string, body: Buffer] {
  const { encrypted, signature, nonce } = sealing.seal(xml, { timestamp, nonce: 'n1' });
  const body = `<xml><ToUserName><![CDATA[${app.receiveId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return [`msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`, Buffer.from(body)];
}

function said(content: string): string {
  return `<xml><ToUserName><![CDATA[${app.receiveId}]]></ToUserName><FromUserName><![CDATA[alice]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]></Content><MsgId>7301234567890123456</MsgId><AgentID>1000002</AgentID></xml>`;
}

const empty = { body: '', contentType: 'text/plain' };

describe('the URL check', () => {
  const { timestamp, nonce, encrypted, signature, message } = wecomVector('V1');
  const query = (echo: string): string =>
    `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}&echostr=${echo}`;

  it('answers the decrypted echostr as bare text', () => {
    expect(listening().callback.verifyUrl(query(encodeURIComponent(encrypted)))).toEqual({
      status: 200,
      body: message,
      contentType: 'text/plain',
      outcome: 'verified',
    });
  });

  it('forgives an echostr that a proxy decoded once too often', () => {
    expect(
      listening().callback.verifyUrl(query(encrypted.replaceAll('+', ' ').replaceAll(' ', '%20'))),
    ).toMatchObject({ body: message });
    expect(listening().callback.verifyUrl(query(encrypted))).toMatchObject({ body: message });
  });

  it.each([
    ['a forged signature', query(encodeURIComponent(encrypted)).replace('5c45', '5c46'), 403, 'badSignature'],
    ['no echostr', `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`, 400, 'badQuery'],
    ['an echostr twice', `${query('a')}&echostr=a`, 400, 'badQuery'],
    ['nothing', '', 400, 'badQuery'],
  ])('refuses %s without a word', (_, asked, status, outcome) => {
    expect(listening().callback.verifyUrl(asked)).toEqual({ ...empty, status, outcome });
  });

  it('refuses another corp', () => {
    const other = createEnvelope({ ...app, receiveId: 'ww0000000000000000' });
    expect(
      listening(undefined, { envelope: other }).callback.verifyUrl(query(encodeURIComponent(encrypted))),
    ).toEqual({
      ...empty,
      status: 403,
      outcome: 'wrongReceiver',
    });
  });

  it('refuses what does not decrypt although it is signed', () => {
    const { timestamp: at, nonce: once, ...sealed } = envelope.seal('x', { timestamp: '1', nonce: '2' });
    const other = createEnvelope({ ...app, encodingAesKey: wecomVector('V3').encodingAesKey });
    const asked = `msg_signature=${sealed.signature}&timestamp=${at}&nonce=${once}&echostr=${encodeURIComponent(sealed.encrypted)}`;
    expect(listening(undefined, { envelope: other }).callback.verifyUrl(asked)).toMatchObject({
      status: 400,
      outcome: 'notDecryptable',
    });
  });
});

describe('a delivery', () => {
  it('of the published samples is heard', async () => {
    for (const name of ['V2', 'V4', 'V6', 'V8']) {
      const vector = wecomVector(name);
      const heard: Incoming[] = [];
      const callback = createCallback({
        envelope: createEnvelope(vector),
        corpId: vector.receiveId,
        agentId: Number(/<AgentID>(\d+)</.exec(vector.message)?.[1]),
        clock: { now: () => now },
        maxSkewSeconds: 0,
        handle: async (incoming) => void heard.push(incoming),
      });
      const { signature, timestamp, nonce, encrypted } = vector;
      const body = Buffer.from(`<xml>\n  <Encrypt>${encrypted}</Encrypt>\n</xml>\n`);
      const answer = await callback.receive(
        `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
        body,
      );
      expect(answer).toEqual({ ...empty, status: 200, outcome: 'accepted', kind: 'text' });
      expect(heard).toHaveLength(1);
    }
  });

  it.each([
    ['another app', 1000003, 'otherApp', 0],
    ['this app', 1000002, 'accepted', 1],
  ])('for %s is acknowledged, and counted as such', async (_, agentId, outcome, handled) => {
    const { callback, heard } = listening();
    const xml = said('签到').replace('1000002', String(agentId));
    expect(await callback.receive(...delivered(xml))).toEqual({
      ...empty,
      status: 200,
      outcome,
      kind: 'text',
    });
    expect(heard).toHaveLength(handled);
  });

  it('without an app is taken for ours, as system events are', async () => {
    const { callback, heard } = listening();
    const xml = said('签到').replace('<AgentID>1000002</AgentID>', '');
    expect(await callback.receive(...delivered(xml))).toMatchObject({ outcome: 'accepted' });
    expect(heard).toHaveLength(1);
  });

  it('without a passive answer is acknowledged with nothing', async () => {
    const { callback, heard } = listening();
    expect(await callback.receive(...delivered(said('签到')))).toEqual({
      ...empty,
      status: 200,
      outcome: 'accepted',
      kind: 'text',
    });
    expect(heard).toEqual([
      {
        identity: 'm1000002-7301234567890123456',
        from: 'alice',
        createdAt: 1_700_000_000_000,
        agentId: 1000002,
        kind: 'text',
        content: '签到',
      },
    ]);
  });

  it('is answered in an envelope that WeCom can open', async () => {
    const answer = await listening('今天的学习签到已记下。]]>😀').callback.receive(
      ...delivered(said('签到')),
    );
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml', outcome: 'accepted', kind: 'text' });

    const { fields = {} } = parseDocument(answer.body) ?? {};
    const {
      Encrypt = '',
      MsgSignature = '',
      TimeStamp = '',
      Nonce = '',
    } = fields as Record<string, string | undefined>;
    expect(TimeStamp).toBe('1700000010');
    expect(envelope.verify(TimeStamp, Nonce, Encrypt, MsgSignature)).toBe(true);
    const opened = envelope.open(Encrypt);
    const reply = opened.outcome === 'opened' ? parseDocument(opened.message) : undefined;
    expect(reply?.fields).toEqual(
      Object.assign(Object.create(null), {
        ToUserName: 'alice',
        FromUserName: app.receiveId,
        CreateTime: '1700000010',
        MsgType: 'text',
        Content: '今天的学习签到已记下。]]>😀',
      }),
    );
  });

  it('answers each delivery with another nonce and ciphertext', async () => {
    const { callback } = listening('好');
    const answers = await Promise.all(
      Array.from({ length: 600 }, () => callback.receive(...delivered(said('签到')))),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(600);
  });

  it.each([
    '[微笑]',
    'a]]>b',
    '😀👨‍👩‍👧‍👦',
    '<xml><Content>1</Content></xml>',
    '<!DOCTYPE html>',
    '&lt;&#20320;',
    ' 签到 ',
    '第一行\n第二行',
  ])('brings the text %j as it was typed', async (content) => {
    const { callback, heard } = listening();
    await callback.receive(...delivered(said(content)));
    expect(heard).toMatchObject([{ kind: 'text', content }]);
  });

  it('that is repeated is heard again, with the same identity', async () => {
    const { callback, heard } = listening();
    await callback.receive(...delivered(said('签到')));
    await callback.receive(...delivered(said('签到'), envelope, '1700000005'));
    expect(heard[1]?.identity).toBe(heard[0]?.identity);
  });

  it('of an unknown kind is acknowledged with nothing, whatever the answer would be', async () => {
    const { callback, heard } = listening('好');
    const xml = said('1').replace('[text]', '[hologram]');
    expect(await callback.receive(...delivered(xml))).toEqual({
      ...empty,
      status: 200,
      outcome: 'unknownKind',
      kind: 'hologram',
    });
    expect(heard).toEqual([]);
  });

  it('rejects as its handling does', async () => {
    const failing = listening(undefined, { handle: () => Promise.reject(new Error('the store is away')) });
    await expect(failing.callback.receive(...delivered(said('签到')))).rejects.toThrow('the store is away');
  });

  it('does not let a tap on a card be answered passively', async () => {
    const tap = said('1')
      .replace('[text]', '[event]')
      .replace('<MsgId>', '<Event>template_card_event</Event><EventKey>k</EventKey><MsgId>');
    await expect(listening('好').callback.receive(...delivered(tap))).rejects.toThrow(
      'send a message instead',
    );
    await expect(listening().callback.receive(...delivered(tap))).resolves.toMatchObject({
      status: 200,
      body: '',
      kind: 'cardTap',
    });
  });
});

describe('a delivery that is refused', () => {
  const [query, body] = delivered(said('签到'));
  const stranger = createEnvelope({ ...app, token: 'another' });
  const otherKey = createEnvelope({ ...app, encodingAesKey: wecomVector('V3').encodingAesKey });
  const otherCorp = createEnvelope({ ...app, receiveId: 'ww0000000000000000' });
  const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const text = body.toString();

  it.each<[string, [string, Buffer], number, string]>([
    ['with a forged signature', [query.replace(/=[0-9a-f]{4}/, '=0000'), body], 403, 'badSignature'],
    ['signed by a stranger', delivered(said('签到'), stranger), 403, 'badSignature'],
    [
      'with another timestamp than was signed',
      [query.replace('1700000000', '1700000001'), body],
      403,
      'badSignature',
    ],
    [
      'with one changed byte',
      [query, Buffer.from(text.replace(/(?<=<Encrypt>.{20})./, (byte) => (byte === 'A' ? 'B' : 'A')))],
      403,
      'badSignature',
    ],
    ['for another corp', delivered(said('签到'), otherCorp), 403, 'wrongReceiver'],
    ['encrypted with another key', delivered(said('签到'), otherKey), 400, 'notDecryptable'],
    ['without a nonce', [query.replace('&nonce=n1', ''), body], 400, 'badQuery'],
    ['with its signature twice', [`${query}&${query}`, body], 400, 'badQuery'],
    ['with an empty body', [query, Buffer.alloc(0)], 400, 'notXml'],
    ['with a JSON body', [query, Buffer.from('{"encrypt":"x"}')], 400, 'notXml'],
    ['cut off', [query, body.subarray(0, -10)], 400, 'notXml'],
    ['with a DOCTYPE around it', [query, Buffer.from(bomb + text)], 400, 'doctype'],
    ['nested in another document', [query, Buffer.from(`<xml>${text}</xml>`)], 400, 'notXml'],
    [
      'with its ciphertext nested deeper',
      [query, Buffer.from(text.replace('<Encrypt>', '<a><Encrypt>').replace('</Encrypt>', '</Encrypt></a>'))],
      400,
      'notXml',
    ],
    [
      'with two ciphertexts',
      [query, Buffer.from(text.replace('<Encrypt>', '<Encrypt>x</Encrypt><Encrypt>'))],
      400,
      'notXml',
    ],
    ['of random bytes', [query, Buffer.from('ff00fe80deadbeef'.repeat(50), 'hex')], 400, 'notXml'],
    ['with a DOCTYPE inside', delivered(`<!DOCTYPE xml>${said('签到')}`), 400, 'doctype'],
    [
      'with an entity bomb inside',
      delivered(bomb + said('签到').replace('<MsgId>', '<X>&b;</X><MsgId>')),
      400,
      'doctype',
    ],
    [
      'with an external entity inside',
      delivered(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${said('签到')}`),
      400,
      'doctype',
    ],
    ['with no XML inside', delivered('签到'), 400, 'notXml'],
    ['with truncated XML inside', delivered(said('签到').slice(0, -6)), 400, 'notXml'],
    [
      'with XML nested too deep inside',
      delivered('<xml>'.repeat(1000) + '</xml>'.repeat(1000)),
      400,
      'notXml',
    ],
  ])('%s gets no word and is not heard', async (_, [asked, posted], status, outcome) => {
    const { callback, heard } = listening('好');
    expect(await callback.receive(asked, posted)).toEqual({ ...empty, status, outcome });
    expect(heard).toEqual([]);
  });
});

describe('the age of a delivery', () => {
  const strict = { maxSkewSeconds: 300 };

  it.each([
    ['300 s old', '1699999711', 200],
    ['310 s old', '1699999700', 403],
    ['300 s ahead', '1700000310', 200],
    ['310 s ahead', '1700000320', 403],
    ['no number', 'soon', 403],
  ])('%s (%s): %i', async (_, timestamp, status) => {
    const { callback } = listening(undefined, strict);
    const answer = await callback.receive(...delivered(said('签到'), envelope, timestamp));
    expect(answer).toMatchObject({ status, outcome: status === 200 ? 'accepted' : 'stale' });
  });

  it('does not matter when the limit is off', async () => {
    expect(await listening().callback.receive(...delivered(said('签到'), envelope, '1'))).toMatchObject({
      status: 200,
    });
  });

  it('is looked at only when the signature is good', async () => {
    const { callback } = listening(undefined, strict);
    const [asked, posted] = delivered(said('签到'), createEnvelope({ ...app, token: 'another' }), '1');
    expect(await callback.receive(asked, posted)).toMatchObject({ outcome: 'badSignature' });
  });
});
