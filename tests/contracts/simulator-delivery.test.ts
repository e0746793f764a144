import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { bare, cdata, group } from '../../src/simulator/xml/build-xml.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { fieldOf, passiveReply, sealReply, startBench, startScriptedBot } from './simulator-scripted-bot.ts';
import type { Bench } from './simulator-scripted-bot.ts';

let bench: Bench;
let 林晓棠: SimulatedUser;

beforeEach(async () => {
  bench = await startBench();
  林晓棠 = bench.simulator.person('LinXT');
});

afterEach(async () => {
  await bench.close();
});

function rules(): readonly string[] {
  return bench.simulator.violations.map(({ rule }) => rule);
}

describe('the delivery of callbacks', () => {
  it('checks the address as an administrator’s console does', async () => {
    expect(await bench.simulator.checkCallbackUrl()).toMatchObject({ accepted: true, status: 200 });

    bench.simulator.setCallbackUrl(`${bench.url}/nowhere`);
    expect(await bench.simulator.checkCallbackUrl()).toMatchObject({ accepted: false, status: 404 });
  });

  it('tries three times more after any status but 200, with the same plaintext', async () => {
    let calls = 0;
    bench.bot.script = () => {
      calls += 1;
      return calls < 4 ? { status: 500, body: '' } : '好的';
    };

    const exchange = await 林晓棠.types('签到');

    expect(exchange.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 200]);
    expect(exchange.answer).toBe('好的');
    expect(new Set(bench.bot.received.map((callback) => fieldOf(callback, 'MsgId'))).size).toBe(1);
  });

  it('gives up after the third retry', async () => {
    bench.bot.script = () => ({ status: 204, body: '' });
    const exchange = await 林晓棠.types('签到');
    expect(exchange.attempts).toHaveLength(4);
    expect(exchange).toMatchObject({ status: 204, answer: null });
  });

  it('closes the connection when the bot takes too long, and tries again', async () => {
    const impatient = await startBench({ callbackLimitMs: 1000 });
    const never = new Promise<null>(() => undefined);
    let calls = 0;
    impatient.bot.script = () => {
      calls += 1;
      return calls === 1 ? never : '好的';
    };

    const exchange = await impatient.simulator.person('LinXT').types('签到');

    expect(exchange.attempts[0]).toMatchObject({ status: null, failure: '1 秒内没有应答' });
    expect(exchange).toMatchObject({ status: 200, answer: '好的' });
    await impatient.close();
  });

  it('delivers again when the answer was lost on the way back', async () => {
    bench.bot.script = () => '好的';
    bench.simulator.loseAnswers(2);

    const exchange = await 林晓棠.types('签到');

    expect(exchange.attempts.map(({ status }) => status)).toEqual([null, null, 200]);
    expect(bench.bot.received).toHaveLength(3);
    expect(林晓棠.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
  });

  it('survives a bot that is not there', async () => {
    bench.simulator.setCallbackUrl('http://127.0.0.1:1/callback');
    const exchange = await 林晓棠.types('签到');
    expect(exchange).toMatchObject({ status: null, answer: null });
    expect(exchange.attempts).toHaveLength(4);
  });

  it('lets replicas take turns', async () => {
    const second = await startScriptedBot();
    bench.simulator.setCallbackUrl([bench.bot.url, second.url]);

    for (const text of ['一', '二', '三', '四']) await 林晓棠.types(text);

    expect(bench.bot.received).toHaveLength(2);
    expect(second.received).toHaveLength(2);
    await second.close();
  });

  it('repeats a delivery as often as asked, while the phone shows one answer', async () => {
    bench.bot.script = () => '好的';
    const { xml } = await 林晓棠.types('签到');

    const exchanges = await bench.simulator.deliver(xml, { times: 20, parallel: true });
    await bench.simulator.redeliverLast();

    expect(exchanges.map(({ answer }) => answer)).toEqual(Array.from({ length: 20 }, () => '好的'));
    expect(bench.bot.received).toHaveLength(22);
    expect(林晓棠.messages()).toHaveLength(2);
  });

  it('delivers whatever plaintext a test makes up', async () => {
    const [exchange] = await bench.simulator.deliver('<xml><MsgType>news_of_tomorrow</MsgType></xml>');
    expect(exchange).toMatchObject({ status: 200, answer: null });
  });

  it('seals a callback that the bot can open', async () => {
    const { query, body } = bench.simulator.seal('<xml><Content>手工</Content></xml>');
    await fetch(`${bench.bot.url}?${query}`, { method: 'POST', body });
    expect(bench.bot.received.map((callback) => fieldOf(callback, 'Content'))).toEqual(['手工']);
  });
});

describe('the strictness towards passive replies', () => {
  it('takes an empty body and the word success as no reply', async () => {
    bench.bot.script = () => ({ status: 200, body: 'success' });
    expect((await 林晓棠.types('签到')).answer).toBeNull();
    expect(rules()).toEqual([]);
  });

  it.each([
    ['{"text":"好的"}', 'reply-envelope'],
    ['<xml><Encrypt>a</Encrypt></xml>', 'reply-envelope'],
  ])('reports the body %s', async (body, rule) => {
    bench.bot.script = () => ({ status: 200, body });
    expect((await 林晓棠.types('签到')).answer).toBeNull();
    expect(rules()).toEqual([rule]);
  });

  it('reports Timestamp with a small s', async () => {
    bench.bot.script = (callback) => ({
      status: 200,
      body: passiveReply(callback, '好的').replaceAll('TimeStamp', 'Timestamp'),
    });
    expect((await 林晓棠.types('签到')).answer).toBeNull();
    expect(rules()).toEqual(['reply-envelope']);
  });

  it('reports a wrong signature', async () => {
    bench.bot.script = (callback) => ({
      status: 200,
      body: passiveReply(callback, '好的').replace('[42]', '[43]'),
    });
    expect((await 林晓棠.types('签到')).answer).toBeNull();
    expect(rules()).toEqual(['reply-signature']);
  });

  it('reports the receiveid of another corp', async () => {
    bench.bot.script = () => ({ status: 200, body: sealReply('<xml></xml>', 'ww0000000000000000') });
    expect((await 林晓棠.types('签到')).answer).toBeNull();
    expect(rules()).toEqual(['reply-ciphertext']);
  });

  it('shows a reply outside CDATA, but reports it', async () => {
    bench.bot.script = () => ({
      status: 200,
      body: sealReply(
        group(
          'xml',
          bare('ToUserName', 'LinXT'),
          cdata('FromUserName', 'ww0123456789abcdef'),
          bare('CreateTime', 1),
          cdata('MsgType', 'text'),
          cdata('Content', '好的'),
        ),
      ),
    });
    expect((await 林晓棠.types('签到')).answer).toBe('好的');
    expect(rules()).toEqual(['reply-cdata']);
  });

  it('reports a reply that is addressed to somebody else', async () => {
    bench.bot.script = (callback) => ({
      status: 200,
      body: sealReply(
        group(
          'xml',
          cdata('ToUserName', 'zhang.san'),
          cdata('FromUserName', fieldOf(callback, 'ToUserName')),
          bare('CreateTime', 1),
          cdata('MsgType', 'text'),
          cdata('Content', '好的'),
        ),
      ),
    });
    await 林晓棠.types('签到');
    expect(rules()).toEqual(['reply-recipient']);
  });

  it('cuts a text after 2048 bytes as WeCom does, and reports it', async () => {
    bench.bot.script = () => '好'.repeat(683);
    const { answer } = await 林晓棠.types('签到');
    expect(answer?.startsWith('好'.repeat(682))).toBe(true);
    expect(answer).not.toContain('好'.repeat(683));
    expect(rules()).toEqual(['text-clipped']);
  });

  it('takes a text of exactly 2048 bytes', async () => {
    const longest = `${'好'.repeat(682)}ab`;
    bench.bot.script = () => longest;
    expect((await 林晓棠.types('签到')).answer).toBe(longest);
    expect(rules()).toEqual([]);
  });

  it('reports reply types that do not exist', async () => {
    bench.bot.script = (callback) => ({
      status: 200,
      body: sealReply(
        group(
          'xml',
          cdata('ToUserName', fieldOf(callback, 'FromUserName')),
          cdata('FromUserName', fieldOf(callback, 'ToUserName')),
          bare('CreateTime', 1),
          cdata('MsgType', 'markdown'),
          cdata('Content', '**好的**'),
        ),
      ),
    });
    expect((await 林晓棠.types('签到')).answer).toBeNull();
    expect(rules()).toEqual(['reply-content']);
  });

  it('shows a news reply whose count is right', async () => {
    const item = group(
      'item',
      cdata('Title', '学习要点'),
      cdata('Description', '两分钟'),
      cdata('Url', 'https://e.example'),
    );
    bench.bot.script = (callback) => ({
      status: 200,
      body: sealReply(
        group(
          'xml',
          cdata('ToUserName', fieldOf(callback, 'FromUserName')),
          cdata('FromUserName', fieldOf(callback, 'ToUserName')),
          bare('CreateTime', 1),
          cdata('MsgType', 'news'),
          bare('ArticleCount', 1),
          group('Articles', item),
        ),
      ),
    });
    expect((await 林晓棠.types('学习')).answer).toBe('学习要点\n两分钟');
    expect(rules()).toEqual([]);
  });
});
