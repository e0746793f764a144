import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fieldOf, startBench } from './simulator-scripted-bot.ts';
import type { Bench } from './simulator-scripted-bot.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await startBench();
});

afterEach(async () => {
  await bench.close();
});

describe('a person who talks to a bot through the simulator', () => {
  it('gets the passive answer to a text', async () => {
    bench.bot.script = (callback) => `您说的是：${fieldOf(callback, 'Content')}`;
    const 林晓棠 = bench.simulator.person('linxt');

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
    expect(await bench.simulator.person('LinXT').says('您好')).toBe('收到您好');
  });
});
