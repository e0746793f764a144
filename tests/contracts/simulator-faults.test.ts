import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startBench } from './simulator-scripted-bot.ts';
import type { Bench } from './simulator-scripted-bot.ts';

const SEND = 'message/send';
const text = { msgtype: 'text', text: { content: '您好' } };

let bench: Bench;

beforeEach(async () => {
  bench = await startBench();
});

afterEach(async () => {
  await bench.close();
});

function shown(): number {
  return bench.simulator.person('LinXT').messages().length;
}

describe('planned faults', () => {
  it('answer with an error number, as often as asked, without effect', async () => {
    bench.simulator.failNext(SEND, { kind: 'errcode', errcode: 45009 }, { times: 2 });

    expect(await bench.send(text)).toMatchObject({ errcode: 45009 });
    expect(await bench.send(text)).toMatchObject({ errcode: 45009 });
    expect(shown()).toBe(0);
    expect(await bench.send(text)).toMatchObject({ errcode: 0 });
    expect(shown()).toBe(1);
    expect(bench.simulator.violations).toEqual([]);
    expect(bench.simulator.calls(SEND).map(({ note }) => note)).toEqual(['errcode', 'errcode', null]);
  });

  it('hit only the API they were planned for', async () => {
    bench.simulator.failNext(SEND, { kind: 'http500' });
    expect(await bench.call('getcallbackip')).toMatchObject({ errcode: 0 });
    await expect(bench.send(text)).rejects.toThrow('JSON');
    expect(shown()).toBe(0);
  });

  it('cut the connection before anything happens', async () => {
    bench.simulator.failNext(SEND, { kind: 'reset' });
    await expect(bench.send(text)).rejects.toThrow('fetch failed');
    expect(shown()).toBe(0);
  });

  it('cut the connection after the message was accepted, so that a repeat is a duplicate', async () => {
    bench.simulator.failNext(SEND, { kind: 'lostAnswer' });
    await expect(bench.send(text)).rejects.toThrow('fetch failed');
    expect(shown()).toBe(1);

    expect(await bench.send(text)).toMatchObject({ errcode: 0 });
    expect(shown()).toBe(1);
  });

  it('stay silent after the message was accepted, until the caller gives up', async () => {
    bench.simulator.failNext(SEND, { kind: 'timeoutAfterAccept' });
    const [outcome] = await Promise.allSettled([
      bench.send(text),
      bench.simulator
        .person('LinXT')
        .sees('您好')
        .then(() => bench.simulator.idle())
        .then(() => bench.simulator.close()),
    ]);
    expect(outcome).toMatchObject({ status: 'rejected' });
    expect(shown()).toBe(1);
  });

  it('make some recipients invalid', async () => {
    bench.simulator.failNext(SEND, { kind: 'invalidUsers', userids: ['Zhang.San'] });
    const answer = await bench.send({ ...text, touser: 'LinXT|zhang.san' });
    expect(answer).toMatchObject({ errcode: 0, invaliduser: 'zhang.san' });
    expect(bench.simulator.person('zhang.san').messages()).toEqual([]);
  });

  it('make every call take its time', async () => {
    const slow = await startBench({ latencyMs: 20 });
    const started = performance.now();
    await slow.call('getcallbackip');
    expect(performance.now() - started).toBeGreaterThanOrEqual(38);
    await slow.close();
  });
});
