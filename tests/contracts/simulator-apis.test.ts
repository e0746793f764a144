import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startBench } from './simulator-scripted-bot.ts';
import type { ApiAnswer, Bench } from './simulator-scripted-bot.ts';

const CORP = { corpid: 'ww0123456789abcdef', corpsecret: 'a-secret-of-the-tests' };
const AGENT = { agentid: '1000002' };

let bench: Bench;

beforeEach(async () => {
  bench = await startBench();
});

afterEach(async () => {
  await bench.close();
});

async function get(api: string, query: Record<string, string>): Promise<ApiAnswer> {
  const response = await fetch(`${bench.url}/cgi-bin/${api}?${new URLSearchParams(query)}`);
  return (await response.json()) as ApiAnswer;
}

describe('gettoken', () => {
  it('gives the same token while it is valid, with the time it still has', async () => {
    const first = await get('gettoken', CORP);
    bench.clock.advance(7_000_000);
    const second = await get('gettoken', CORP);

    expect(first).toMatchObject({ errcode: 0, expires_in: 7200 });
    expect(second).toMatchObject({ access_token: first['access_token'], expires_in: 200 });

    bench.clock.advance(200_000);
    expect((await get('gettoken', CORP))['access_token']).not.toBe(first['access_token']);
    expect(bench.simulator.calls('gettoken')).toHaveLength(3);
  });

  it.each([
    [{ corpsecret: 'x' }, 41002],
    [{ corpid: 'ww0123456789abcdef' }, 41004],
    [{ ...CORP, corpid: 'ww0000000000000000' }, 40013],
    [{ ...CORP, corpsecret: 'wrong' }, 40001],
  ])('refuses %j', async (query, errcode) => {
    expect(await get('gettoken', query)).toMatchObject({ errcode });
  });

  it('keeps token and secret out of the transcript', async () => {
    const { access_token: token } = await get('gettoken', CORP);
    await get('agent/get', { ...AGENT, access_token: String(token) });
    const written = JSON.stringify(bench.simulator.transcript);
    expect(written).not.toContain(String(token));
    expect(written).not.toContain(CORP.corpsecret);
  });
});

describe('a token', () => {
  it('is refused when it is missing, unknown, too old or ended early', async () => {
    const { access_token: token } = await get('gettoken', CORP);
    const query = { ...AGENT, access_token: String(token) };

    expect(await get('agent/get', AGENT)).toMatchObject({ errcode: 41001 });
    expect(await get('agent/get', { ...AGENT, access_token: 'x' })).toMatchObject({ errcode: 40014 });
    expect(await get('agent/get', query)).toMatchObject({ errcode: 0 });

    bench.simulator.expireToken(40014);
    expect(await get('agent/get', query)).toMatchObject({ errcode: 40014 });

    const { access_token: next } = await get('gettoken', CORP);
    bench.clock.advance(7_200_000);
    expect(await get('agent/get', { ...AGENT, access_token: String(next) })).toMatchObject({
      errcode: 42001,
    });
  });
});

describe('the menu', () => {
  const menu = { button: [{ type: 'click', name: '学习', key: '学习' }] };

  it('is created, shown and deleted', async () => {
    expect(await bench.call('menu/get', undefined, AGENT)).toMatchObject({ errcode: 46003 });
    expect(await bench.call('menu/create', menu, AGENT)).toMatchObject({ errcode: 0 });
    expect(await bench.call('menu/get', undefined, AGENT)).toMatchObject({ errcode: 0, ...menu });
    expect(await bench.call('menu/delete', undefined, AGENT)).toMatchObject({ errcode: 0 });
    expect(await bench.call('menu/get', undefined, AGENT)).toMatchObject({ errcode: 46003 });
    expect(bench.simulator.violations).toEqual([]);
  });

  const [button] = menu.button;
  it.each([
    ['no button', { button: [] }, 40016],
    ['four buttons', { button: [button, button, button, button] }, 40016],
    [
      'six sub buttons',
      { button: [{ name: '多', sub_button: Array.from({ length: 6 }, () => button) }] },
      40016,
    ],
    ['a name of 18 bytes', { button: [{ ...button, name: '六个字的名称' }] }, 40018],
    ['no name', { button: [{ ...button, name: '' }] }, 40018],
    ['no type', { button: [{ name: '学习', key: '学习' }] }, 40017],
    ['a type beside sub buttons', { button: [{ ...button, sub_button: [button] }] }, 40017],
    ['no key', { button: [{ type: 'click', name: '学习' }] }, 40019],
    ['a key of 129 bytes', { button: [{ ...button, key: 'k'.repeat(129) }] }, 40019],
    ['a link without scheme', { button: [{ type: 'view', name: '看', url: 'a.example' }] }, 45034],
    ['a type nobody knows', { button: [{ ...button, type: 'sing' }] }, 40058],
  ])('is refused with %s', async (_what, broken, errcode) => {
    expect(await bench.call('menu/create', broken, AGENT)).toMatchObject({ errcode });
    expect(await bench.call('menu/get', undefined, AGENT)).toMatchObject({ errcode: 46003 });
  });

  it('wants its agentid in the query', async () => {
    expect(await bench.call('menu/create', menu)).toMatchObject({ errcode: 40056 });
    expect(await bench.call('menu/create', menu, { agentid: '7' })).toMatchObject({ errcode: 301002 });
  });
});

describe('the app', () => {
  it('tells about itself and changes only what it is told', async () => {
    await bench.simulator.person('wang-5').becomes('invisible');
    await bench.call('agent/set', { agentid: 1000002, name: '学习助手' });

    expect(await bench.call('agent/get', undefined, AGENT)).toMatchObject({
      errcode: 0,
      agentid: 1000002,
      name: '学习助手',
      isreportenter: 1,
      allow_userinfos: { user: [{ userid: 'LinXT' }, { userid: 'zhang.san' }] },
    });
  });

  it.each([{ name: '' }, { name: '名'.repeat(33) }, { description: '三个字' }, { isreportenter: 2 }])(
    'refuses the setting %j',
    async (setting) => {
      expect(await bench.call('agent/set', { agentid: 1000002, ...setting })).toMatchObject({
        errcode: 40058,
      });
    },
  );
});

describe('the smaller APIs', () => {
  it('tell where callbacks come from', async () => {
    expect(await bench.call('getcallbackip')).toMatchObject({ errcode: 0, ip_list: ['127.0.0.1'] });
  });

  it('tell about members the app can see', async () => {
    expect(await bench.call('user/get', undefined, { userid: 'ZHANG.SAN' })).toMatchObject({
      errcode: 0,
      userid: 'zhang.san',
      name: '张三',
      position: '书记',
      status: 1,
    });
    expect(await bench.call('user/get', undefined, { userid: 'ghost' })).toMatchObject({ errcode: 60111 });

    await bench.simulator.person('zhang.san').becomes('invisible');
    expect(await bench.call('user/get', undefined, { userid: 'zhang.san' })).toMatchObject({
      errcode: 60011,
    });
  });

  it('do not exist where nobody simulates them, which is reported', async () => {
    const response = await fetch(`${bench.url}/cgi-bin/oa/approve`);
    expect(response.status).toBe(404);
    expect(bench.simulator.violations).toMatchObject([{ api: 'oa/approve', rule: 'unknown-api' }]);
  });
});

describe('media', () => {
  it('come back as they were uploaded', async () => {
    const {
      media_id: media,
      type,
      created_at: created,
    } = await bench.upload('file', Buffer.from('六个字节'), 'a.txt');
    expect({ type, created }).toEqual({ type: 'file', created: '1795134660' });
    expect(Buffer.from(await bench.download(String(media)), 'latin1').toString('utf8')).toBe('六个字节');
    expect(await bench.download('x')).toContain('40007');
  });

  it.each([
    ['a type nobody knows', 'poem', Buffer.from('long enough'), 40004],
    ['five bytes', 'file', Buffer.from('12345'), 44001],
    ['a picture that is none', 'image', Buffer.from('not a picture'), 40005],
    ['a voice that is none', 'voice', Buffer.from('not a voice'), 301017],
    ['a voice of over 2 MB', 'voice', Buffer.from(`#!AMR${'x'.repeat(2 * 1024 * 1024)}`), 45001],
  ])('are refused: %s', async (_what, type, bytes, errcode) => {
    expect(await bench.upload(type, bytes)).toMatchObject({ errcode });
  });

  it('are refused when they are not one file part named media', async () => {
    expect(await bench.call('media/upload', { media: 'x' }, { type: 'file' })).toMatchObject({
      errcode: 40058,
    });
  });
});
