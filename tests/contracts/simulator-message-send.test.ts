import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startBench } from './simulator-scripted-bot.ts';
import type { ApiAnswer, Bench } from './simulator-scripted-bot.ts';

const text = { msgtype: 'text', text: { content: '您好' } };
const textcard = { title: '通知', description: '请看', url: 'https://example.com' };
const article = { title: '要点', description: '两分钟', url: 'https://example.com' };

let bench: Bench;

beforeEach(async () => {
  bench = await startBench();
});

afterEach(async () => {
  await bench.close();
});

function textsOf(userid: string): readonly string[] {
  return bench.simulator
    .person(userid)
    .messages()
    .map((message) => message.text);
}

function ids(count: number): string {
  return Array.from({ length: count }, (_, id) => `u${id}`).join('|');
}

function rules(): readonly string[] {
  return bench.simulator.violations.map(({ rule }) => rule);
}

describe('message/send', () => {
  it('shows a message to everybody it is for, once', async () => {
    const answer = await bench.send({ ...text, touser: 'LinXT|zhang.san|linxt' });

    expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok', invaliduser: '', unlicenseduser: '' });
    expect(textsOf('LinXT')).toEqual(['您好']);
    expect(textsOf('zhang.san')).toEqual(['您好']);
    expect(textsOf('wang-5')).toEqual([]);
    expect(rules()).toEqual([]);
  });

  it('shows a message to @all', async () => {
    await bench.send({ ...text, touser: '@all' });
    for (const userid of ['LinXT', 'zhang.san', 'wang-5']) expect(textsOf(userid)).toEqual(['您好']);
  });

  it('names in lower case whom it could not reach and serves the others', async () => {
    await bench.simulator.person('zhang.san').becomes('invisible');
    await bench.simulator.person('wang-5').becomes('unlicensed');

    const answer = await bench.send({ ...text, touser: 'LinXT|Zhang.San|Ghost|WANG-5', toparty: '9' });

    expect(answer).toMatchObject({
      errcode: 0,
      invaliduser: 'zhang.san|ghost',
      unlicenseduser: 'wang-5',
      invalidparty: '9',
    });
    expect(textsOf('LinXT')).toEqual(['您好']);
    expect(textsOf('wang-5')).toEqual([]);
  });

  it('says 81013 when nobody can be reached', async () => {
    await bench.simulator.person('LinXT').becomes('disabled');
    expect(await bench.send({ ...text, touser: 'LinXT|ghost' })).toMatchObject({ errcode: 81013 });
    expect(rules()).toEqual([]);
  });

  it.each([
    ['nobody', { ...text, touser: '' }, 82001],
    ['1001 people', { ...text, touser: ids(1001) }, 40032],
    ['101 departments', { ...text, touser: '', toparty: ids(101) }, 82002],
    ['101 tags', { ...text, touser: '', totag: ids(101) }, 82003],
    ['no agentid', { ...text, agentid: undefined }, 40056],
    ['an agentid in quotes', { ...text, agentid: '1000002' }, 40056],
    ['the agentid of another app', { ...text, agentid: 7 }, 301002],
    ['an unknown type', { msgtype: 'poem', poem: {} }, 40008],
    ['an empty text', { msgtype: 'text', text: { content: '' } }, 44004],
    ['a list of recipients', { ...text, touser: ['LinXT'] }, 40058],
    ['a text as a list', { msgtype: 'text', text: [] }, 40035],
    ['safe news', { msgtype: 'news', news: { articles: [article] }, safe: 1 }, 40074],
    ['a safe voice', { msgtype: 'voice', voice: { media_id: 'm' }, safe: 1 }, 40058],
    ['a text for the corp only', { ...text, safe: 2 }, 40058],
    ['an interval of five hours', { ...text, duplicate_check_interval: 18_000 }, 40058],
    ['a file that was never uploaded', { msgtype: 'file', file: { media_id: 'm' } }, 40007],
    ['a textcard without title', { msgtype: 'textcard', textcard: { ...textcard, title: '' } }, 41016],
    [
      'a textcard without text',
      { msgtype: 'textcard', textcard: { ...textcard, description: undefined } },
      41033,
    ],
    ['a textcard without address', { msgtype: 'textcard', textcard: { ...textcard, url: undefined } }, 40063],
    [
      'a textcard leading nowhere',
      { msgtype: 'textcard', textcard: { ...textcard, url: 'a.example' } },
      45034,
    ],
    [
      'an address of 2049 bytes',
      { msgtype: 'textcard', textcard: { ...textcard, url: `https://${'a'.repeat(2041)}` } },
      40039,
    ],
    ['no article', { msgtype: 'news', news: { articles: [] } }, 40063],
    [
      'nine articles',
      { msgtype: 'news', news: { articles: Array.from({ length: 9 }, () => article) } },
      45008,
    ],
    [
      'an article without title',
      { msgtype: 'news', news: { articles: [{ ...article, title: undefined }] } },
      41016,
    ],
    ['an article without address', { msgtype: 'news', news: { articles: [{ title: '要点' }] } }, 40063],
  ])('refuses %s', async (_what, message, errcode) => {
    expect(await bench.send(message)).toMatchObject({ errcode });
    expect(textsOf('LinXT')).toEqual([]);
  });

  it.each([
    ['{"touser":"LinXT","note":"\\u4f60"}', 40033],
    ['{"note":"\\\\\\u4f60"}', 40033],
    ['{"touser":', 40058],
    ['[]', 40058],
    ['', 40058],
  ])('refuses the raw body %s', async (body, errcode) => {
    expect(await bench.call('message/send', body)).toMatchObject({ errcode });
  });

  it('takes a backslash before a u that is only text', async () => {
    const content = String.raw`C:\users`;
    expect(await bench.send({ msgtype: 'text', text: { content } })).toMatchObject({ errcode: 0 });
    expect(textsOf('LinXT')).toEqual([content]);
  });

  it('refuses GET and a token in the body', async () => {
    expect(await bench.call('message/send')).toMatchObject({ errcode: 40058 });

    const response = await fetch(`${bench.url}/cgi-bin/message/send`, {
      method: 'POST',
      body: JSON.stringify({ access_token: 'x', ...text }),
    });
    expect(await response.json()).toMatchObject({ errcode: 41001 });
    expect(rules()).toContain('refused-41001');
  });

  it.each(['text', 'markdown'])('cuts %s after 2048 bytes, even inside a character', async (type) => {
    await bench.send({ msgtype: type, [type]: { content: '好'.repeat(683) } });
    expect(textsOf('LinXT')[0]).toBe(`${'好'.repeat(682)}\u{FFFD}`);
    expect(rules()).toEqual(['text-clipped']);
  });

  it.each([
    ['- 一\n- 二', true],
    ['1. 一', true],
    ['| a | b |', true],
    ['![图](https://e.example/a.png)', true],
    ['```\ncode\n```', true],
    ['说*重点*吧', true],
    ['<@LinXT> 您好', true],
    ['<font color="red">红</font>', true],
    ['<b>粗</b>', true],
    [
      '# 标题\n**重点** `代码 - 一` [打开](https://e.example)\n> 引用\n<font color="warning">到期</font>',
      false,
    ],
    ['11-20 3*4 #青年', false],
  ])('looks for Markdown that would show as raw text in %j', async (content, reported) => {
    await bench.send({ msgtype: 'markdown', markdown: { content } });
    expect(rules().includes('unsupported-markdown')).toBe(reported);
  });

  it('clips textcards and news as WeCom does', async () => {
    await bench.send({
      msgtype: 'textcard',
      textcard: { ...textcard, title: '题'.repeat(129), btntxt: '五个字的按' },
    });
    await bench.send({ msgtype: 'news', news: { articles: [{ ...article, title: '题'.repeat(43) }] } });
    expect(rules()).toEqual(['text-clipped', 'text-clipped', 'text-clipped']);
  });

  it('reports a request without duplicate check, and a field that does nothing', async () => {
    await bench.send({ ...text, enable_duplicate_check: 0 });
    await bench.send({ msgtype: 'markdown', markdown: { content: '好' }, enable_id_trans: 1 });
    await bench.send({ ...text, colour: 'red' });
    expect(rules()).toEqual(['no-duplicate-check', 'ignored-field', 'unknown-field']);
  });

  it('does not deliver the same request twice within its interval, and answers the same', async () => {
    const first = await bench.send(text);
    bench.clock.advance(599_000);
    expect(await bench.send(text)).toEqual(first);
    expect(textsOf('LinXT')).toHaveLength(1);
    expect(bench.simulator.calls('message/send').map(({ note }) => note)).toEqual([null, 'duplicate']);

    bench.clock.advance(1000);
    await bench.send(text);
    expect(textsOf('LinXT')).toHaveLength(2);
  });

  it('delivers requests that differ by a byte', async () => {
    await bench.send(text);
    await bench.send({ ...text, safe: 0 });
    expect(textsOf('LinXT')).toHaveLength(2);
  });

  it('drops what exceeds 30 messages a minute to one member, silently but for the report', async () => {
    const answers: ApiAnswer[] = [];
    for (let count = 1; count <= 31; count += 1) {
      answers.push(await bench.send({ msgtype: 'text', text: { content: `第 ${count} 条` } }));
    }
    expect(answers.every(({ errcode }) => errcode === 0)).toBe(true);
    expect(textsOf('LinXT')).toHaveLength(30);
    expect(rules()).toEqual(['member-quota']);

    bench.clock.advance(60_000);
    await bench.send({ msgtype: 'text', text: { content: '一分钟以后' } });
    expect(textsOf('LinXT').at(-1)).toBe('一分钟以后');
  });

  it('shows files that were uploaded, for three days', async () => {
    const { media_id: media } = await bench.upload('file', Buffer.from('名单，名单'), '名单.csv');
    const message = { msgtype: 'file', file: { media_id: media } };
    expect(await bench.send(message)).toMatchObject({ errcode: 0 });
    expect(textsOf('LinXT')).toEqual(['[文件] 名单.csv']);

    expect(await bench.send({ msgtype: 'image', image: { media_id: media } })).toMatchObject({
      errcode: 40007,
    });
    bench.clock.advance(3 * 24 * 60 * 60 * 1000);
    expect(await bench.send(message)).toMatchObject({ errcode: 40007 });
    expect(rules()).toEqual([]);
  });
});

describe('message/recall', () => {
  it('takes the message off every phone', async () => {
    const { msgid } = await bench.send({ ...text, touser: '@all' });
    expect(await bench.call('message/recall', { msgid })).toMatchObject({ errcode: 0 });
    for (const userid of ['LinXT', 'zhang.san', 'wang-5']) expect(textsOf(userid)).toEqual([]);
  });

  it('is refused after 24 hours and for what this app did not send', async () => {
    const { msgid } = await bench.send(text);
    bench.clock.advance(24 * 60 * 60 * 1000);
    expect(await bench.call('message/recall', { msgid })).toMatchObject({ errcode: 42052 });
    expect(await bench.call('message/recall', { msgid: 'x' })).toMatchObject({ errcode: 40058 });
    expect(textsOf('LinXT')).toEqual(['您好']);
  });
});
