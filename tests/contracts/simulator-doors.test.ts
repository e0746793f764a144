import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FRIDAY_MORNING, fieldOf, startBench } from './simulator-scripted-bot.ts';
import type { Bench } from './simulator-scripted-bot.ts';

const DAY = 24 * 60 * 60 * 1000;

const anyText: unknown = expect.any(String);

let bench: Bench;

beforeEach(async () => {
  bench = await startBench();
});

afterEach(async () => {
  await bench.close();
});

async function get(path: string): Promise<unknown> {
  const response = await fetch(`${bench.url}${path}`);
  expect(response.status).toBe(200);
  return response.json();
}

async function post(path: string, body: object): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${bench.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

describe('the chat door', () => {
  it('lists the people with their last message and the menu', async () => {
    await bench.send({ msgtype: 'text', text: { content: '第一行\n第二行' } });
    expect(await get('/chat/state')).toMatchObject({
      appName: '支部助手',
      menu: null,
      people: [
        { userid: 'LinXT', name: '林晓棠', reach: 'visible', last: { at: FRIDAY_MORNING, text: '第一行' } },
        { userid: 'zhang.san', post: '书记', last: null },
        { userid: 'wang-5', last: null },
      ],
    });
  });

  it('lets a person type, send, tap, open and click', async () => {
    bench.bot.script = (callback) => (fieldOf(callback, 'MsgType') === 'text' ? '好的' : null);
    const menu = { button: [{ type: 'click', name: '学习', key: '学习' }] };
    await bench.call('menu/create', menu, { agentid: '1000002' });
    await bench.send({
      msgtype: 'template_card',
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '今日学习' },
        task_id: 't',
        button_list: [{ text: '已学完', key: '已学' }],
      },
    });
    const messageId = bench.simulator.person('LinXT').lastMessage()?.id ?? '';
    const delivered = { status: 200, answer: { attempts: 1, status: 200, failure: null } };

    expect(await post('/chat/people/LinXT/text', { text: '签到' })).toEqual(delivered);
    expect(await post('/chat/people/LinXT/sample', { kind: 'voice' })).toEqual(delivered);
    expect(await post('/chat/people/LinXT/tap', { messageId, key: '已学' })).toEqual(delivered);
    expect(await post('/chat/people/LinXT/open', {})).toEqual(delivered);
    expect(await post('/chat/people/LinXT/menu', { name: '学习' })).toEqual(delivered);
    expect(await get('/chat/people/LinXT/messages')).toMatchObject([
      { content: { kind: 'card' } },
      { text: '签到' },
      { text: '好的' },
      { content: { kind: 'voice' } },
    ]);
  });

  it('serves what was sent to be looked at', async () => {
    await bench.simulator.person('LinXT').sends('image');
    const content = bench.simulator.person('LinXT').lastMessage()?.content;
    const response = await fetch(
      `${bench.url}/chat/media/${content?.kind === 'image' ? content.mediaId : ''}`,
    );
    expect(response.headers.get('content-type')).toBe('image/png');
    expect((await fetch(`${bench.url}/chat/media/x`)).status).toBe(404);
  });

  it('streams what happens', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${bench.url}/chat/events`, { signal: leaving.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');

    await bench.send({ msgtype: 'text', text: { content: '您好' } });

    const decoder = new TextDecoder();
    let received = '';
    for await (const chunk of response.body ?? []) {
      received += decoder.decode(chunk, { stream: true });
      if (received.includes('"kind":"message"')) break;
    }
    expect(received).toContain('"userid":"linxt"');
    expect(received).toContain('"isNew":true');
    leaving.abort();
  });

  it.each([
    ['/chat/people/LinXT/text', { text: '' }, 400],
    ['/chat/people/LinXT/text', { words: '签到' }, 400],
    ['/chat/people/LinXT/sample', { kind: 'dance' }, 400],
    ['/chat/people/LinXT/tap', { messageId: 'x', key: 'y' }, 409],
    ['/chat/people/LinXT/menu', { name: '没有' }, 409],
    ['/chat/people/ghost/text', { text: '签到' }, 409],
    ['/control/clock', { to: 'yesterday' }, 400],
    ['/control/failures', { api: 'message/send', fault: { kind: 'fire' }, times: 1 }, 400],
    ['/control/redeliver', { times: 1, parallel: false }, 409],
  ])('refuses %s with %j', async (path, body, status) => {
    expect(await post(path, body)).toMatchObject({ status, answer: { error: anyText } });
    expect(bench.bot.received).toEqual([]);
  });

  it('takes a file of one’s own, a picture as a picture', async () => {
    const sendFile = (
      name: string,
      bytes: Uint8Array,
      type = 'application/octet-stream',
    ): Promise<Response> =>
      fetch(`${bench.url}/chat/people/LinXT/file?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: new Blob([new Uint8Array(bytes)]),
      });
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    expect((await sendFile('安排.pdf', Buffer.from('%PDF-1.7 …'))).status).toBe(200);
    expect((await sendFile('合影.png', png)).status).toBe(200);
    expect(bench.bot.received.map((callback) => fieldOf(callback, 'MsgType'))).toEqual(['file', 'image']);
    expect(bench.bot.received.map((callback) => fieldOf(callback, 'FileName'))[0]).toBe('安排.pdf');
    expect(bench.simulator.person('LinXT').messages()).toMatchObject([
      { text: '[文件] 安排.pdf' },
      { content: { kind: 'image', name: '合影.png' } },
    ]);
    expect((await sendFile('', png)).status).toBe(400);
    expect((await sendFile('a.txt', png, 'text/plain')).status).toBe(415);
  });

  it('takes only JSON, so that no foreign page can act here', async () => {
    const response = await fetch(`${bench.url}/control/clock`, { method: 'POST', body: '{"to":0}' });
    expect(response.status).toBe(415);
    expect(bench.clock.now()).toBe(FRIDAY_MORNING);
  });
});

describe('the control door', () => {
  it('moves the clock', async () => {
    await post('/control/clock', { addMinutes: 10 });
    expect(bench.clock.now()).toBe(FRIDAY_MORNING + 600_000);

    await post('/control/clock', { to: 'nextWorkingMorning' });
    expect(bench.clock.now()).toBe(Date.parse('2026-11-23T08:29:00+08:00'));

    await post('/control/clock', { to: FRIDAY_MORNING + DAY });
    expect(await get('/control/state')).toMatchObject({ now: FRIDAY_MORNING + DAY });
  });

  it('plans faults and forgets them', async () => {
    const planned = { api: 'message/send', fault: { kind: 'errcode', errcode: -1 }, times: 2 };
    await post('/control/failures', planned);
    expect(await get('/control/state')).toMatchObject({ planned: [planned] });
    await post('/control/failures/forget', {});
    expect(await get('/control/state')).toMatchObject({ planned: [] });
  });

  it('ends the token', async () => {
    const query = new URLSearchParams({ corpid: 'ww0123456789abcdef', corpsecret: 'a-secret-of-the-tests' });

    const before = await get(`/cgi-bin/gettoken?${query}`);
    expect(await get(`/cgi-bin/gettoken?${query}`)).toEqual(before);
    await post('/control/token/expire', { code: 42001 });
    expect(await get(`/cgi-bin/gettoken?${query}`)).not.toEqual(before);
  });

  it('delivers the last callback, or an older one, again', async () => {
    await bench.simulator.person('LinXT').types('一');
    await bench.simulator.person('LinXT').types('二');

    await post('/control/redeliver', { times: 3, parallel: true });
    await post('/control/redeliver', { times: 1, parallel: false, delivery: '1' });

    const texts = bench.bot.received.map((callback) => fieldOf(callback, 'Content'));
    expect(texts).toEqual(['一', '二', '二', '二', '二', '一']);
  });

  it('changes how a person stands to the app', async () => {
    await post('/control/people/LinXT/reach', { reach: 'invisible' });
    expect(await bench.send({ msgtype: 'text', text: { content: '您好' } })).toMatchObject({
      errcode: 81013,
    });
  });

  it('shows what went over the wire, and the violations until they are forgotten', async () => {
    bench.bot.script = () => '好的';
    await bench.simulator.person('LinXT').types('签到');
    await bench.send({ msgtype: 'text', text: { content: '您好' }, enable_duplicate_check: 0 });

    expect(await get('/control/transcript')).toMatchObject([
      { kind: 'callback', attempt: 1, xml: textWith('签到') },
      { kind: 'reply', status: 200, xml: textWith('好的') },
      { kind: 'call', api: 'gettoken' },
      { kind: 'violation', rule: 'no-duplicate-check' },
      { kind: 'call', api: 'message/send', body: { text: { content: '您好' } }, answer: { errcode: 0 } },
    ]);
    expect(await get('/control/state')).toMatchObject({
      violationCount: 1,
      newestViolations: [{ rule: 'no-duplicate-check' }],
    });

    await post('/control/violations/forget', {});
    expect(await get('/control/state')).toMatchObject({ violationCount: 0, newestViolations: [] });
  });
});

describe('the page', () => {
  it('comes with a policy that allows nothing from elsewhere', async () => {
    const response = await fetch(bench.url);
    expect(await response.text()).toContain('<div id="page">');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

function textWith(part: string): unknown {
  return expect.stringContaining(part);
}
