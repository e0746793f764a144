import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fieldOf, startBench } from './simulator-scripted-bot.ts';
import type { Bench } from './simulator-scripted-bot.ts';
import { childOf } from '../../src/simulator/xml/parse-xml.ts';
import type { XmlElement } from '../../src/simulator/xml/parse-xml.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';

let bench: Bench;
let 林晓棠: SimulatedUser;

beforeEach(async () => {
  bench = await startBench();
  林晓棠 = bench.simulator.person('LinXT');
});

afterEach(async () => {
  await bench.close();
});

function lastReceived(): XmlElement {
  const callback = bench.bot.received.at(-1);
  if (callback === undefined) throw new Error('nothing was received');
  return callback;
}

describe('a person who writes to the bot', () => {
  it('gets the passive answer to a text', async () => {
    bench.bot.script = (callback) => `您说的是：${fieldOf(callback, 'Content')}`;

    const exchange = await 林晓棠.types('签到');

    expect(exchange).toMatchObject({ status: 200, answer: '您说的是：签到' });
    expect(林晓棠.messages().map(({ from, text }) => [from, text])).toEqual([
      ['person', '签到'],
      ['bot', '您说的是：签到'],
    ]);
    expect(bench.simulator.violations).toEqual([]);
  });

  it('gets an answer the bot sends by itself', async () => {
    bench.bot.script = async (callback) => {
      await bench.send({ msgtype: 'text', text: { content: `收到${fieldOf(callback, 'Content')}` } });
      return null;
    };
    expect(await 林晓棠.says('您好')).toBe('收到您好');
  });

  it('hears the passive answer, whatever arrives before it', async () => {
    bench.bot.script = async () => {
      await bench.send({ msgtype: 'text', text: { content: '通知一' } });
      return '收到';
    };
    expect(await 林晓棠.says('您好')).toBe('收到');
  });

  it('is told at once when the bot does not take the message', async () => {
    bench.bot.script = () => ({ status: 503, body: '' });
    await expect(林晓棠.says('您好')).rejects.toThrow('HTTP status 503');
  });

  it('brings any text to the bot unharmed', async () => {
    const text = 'a]]>b <xml>&amp; 😀\n第二行';
    await 林晓棠.types(text);
    expect(fieldOf(lastReceived(), 'Content')).toBe(text);
  });

  it('is the same person whatever the case of the userid', () => {
    expect(bench.simulator.person('linxt')).toBe(林晓棠);
    expect(() => bench.simulator.person('nobody')).toThrow('nobody');
  });

  it('gives every message an id of its own beyond what a number can hold', async () => {
    await 林晓棠.types('一');
    await 林晓棠.types('二');

    const ids = bench.bot.received.map((callback) => fieldOf(callback, 'MsgId'));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(BigInt(id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it('sends what protocol §2.1 lists for each kind, with files the bot can fetch', async () => {
    const kinds = [
      ['image', ['PicUrl', 'MediaId']],
      ['voice', ['MediaId', 'Format']],
      ['video', ['MediaId', 'ThumbMediaId']],
      ['location', ['Location_X', 'Location_Y', 'Scale', 'Label', 'AppType']],
      ['link', ['Title', 'Description', 'Url', 'PicUrl']],
      ['file', ['FileName', 'MediaId']],
    ] as const;

    for (const [kind, names] of kinds) {
      await 林晓棠.sends(kind);
      const callback = lastReceived();
      expect(fieldOf(callback, 'MsgType')).toBe(kind);
      for (const name of names) expect(fieldOf(callback, name), `${kind} ${name}`).not.toBe('');
    }

    const picture = bench.bot.received[0];
    if (picture === undefined) throw new Error('no picture');
    expect(await bench.download(fieldOf(picture, 'MediaId'))).toContain('PNG');
  });

  it('reports opening the chat only while the app wants to know', async () => {
    await 林晓棠.opens();
    expect(fieldOf(lastReceived(), 'Event')).toBe('enter_agent');

    await bench.call('agent/set', { agentid: 1000002, isreportenter: 0 });
    const exchange = await 林晓棠.opens();
    expect(exchange.attempts).toEqual([]);
    expect(bench.bot.received).toHaveLength(1);
  });

  it('clicks menu entries of every kind', async () => {
    const menu = {
      button: [
        { type: 'click', name: '学习', key: 'study' },
        {
          name: '更多',
          sub_button: [
            { type: 'view', name: '手册', url: 'https://example.com/h' },
            { type: 'scancode_waitmsg', name: '扫码', key: 'scan' },
            { type: 'pic_weixin', name: '拍照', key: 'pic' },
            { type: 'location_select', name: '位置', key: 'place' },
          ],
        },
      ],
    };
    await bench.call('menu/create', menu, { agentid: '1000002' });
    bench.bot.script = (callback) => (fieldOf(callback, 'Event') === 'click' ? '好的' : null);

    expect((await 林晓棠.clicksMenu('学习')).answer).toBe('好的');
    expect(fieldOf(lastReceived(), 'EventKey')).toBe('study');

    await 林晓棠.clicksMenu('手册');
    expect(fieldOf(lastReceived(), 'EventKey')).toBe('https://example.com/h');

    await 林晓棠.clicksMenu('scan');
    expect(childOf(lastReceived(), 'ScanCodeInfo')).toBeDefined();
    await 林晓棠.clicksMenu('拍照');
    expect(childOf(lastReceived(), 'SendPicsInfo')).toBeDefined();
    await 林晓棠.clicksMenu('位置');
    expect(childOf(lastReceived(), 'SendLocationInfo')).toBeDefined();

    await expect(林晓棠.clicksMenu('更多')).rejects.toThrow('更多');
  });

  it('does the same twice within a second only as no hand could: a second later', async () => {
    bench.bot.script = (callback) => (fieldOf(callback, 'Event') === 'enter_agent' ? '您好' : null);
    await 林晓棠.opens();
    await 林晓棠.opens();

    const times = bench.bot.received.map((callback) => Number(fieldOf(callback, 'CreateTime')));
    expect(times).toEqual([bench.clock.now() / 1000, bench.clock.now() / 1000 + 1]);
    expect(林晓棠.messages()).toHaveLength(2);
  });

  it('cannot write any more after leaving the visible range, which the bot hears of', async () => {
    await 林晓棠.becomes('invisible');
    expect(fieldOf(lastReceived(), 'Event')).toBe('unsubscribe');
    await expect(林晓棠.types('在吗')).rejects.toThrow('does not see the app');

    await 林晓棠.becomes('visible');
    expect(fieldOf(lastReceived(), 'Event')).toBe('subscribe');
    expect((await 林晓棠.types('在吗')).status).toBe(200);
  });

  it('waits for what it should see, and says so when it does not come', async () => {
    const seen = 林晓棠.sees('会议');
    await bench.send({ msgtype: 'text', text: { content: '会议改到周四' } });
    expect((await seen).text).toBe('会议改到周四');
  });
});
