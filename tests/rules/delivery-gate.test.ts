import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/delivery/failure.ts';
import { createGate, type Gate, type Pass } from '../../src/delivery/gate.ts';
import { defaultPace } from '../../src/delivery/pace.ts';
import { createLog } from '../../src/log.ts';
import { WecomError } from '../../src/wecom/errors.ts';

const limited = failureOf(new WecomError({ api: 'message/send', errcode: 45_009, errmsg: '' }));
const untrusted = failureOf(new WecomError({ api: 'message/send', errcode: 60_020, errmsg: '' }));

describe('a frequency limit', () => {
  it('makes the queue wait a minute, then two, up to an hour, until a message is accepted', async () => {
    const { gate, pauses } = open();
    for (let times = 0; times < 8; times += 1) await gate.refused(await enter(gate), limited);
    expect(pauses.map((pause) => pause / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);

    gate.accepted(await enter(gate));
    await gate.refused(await enter(gate), limited);
    expect(pauses.at(-1)).toBe(60_000);
  });

  it('is one pause for all calls that were in flight', async () => {
    const { gate, pauses } = open();
    const inFlight = await Promise.all(Array.from({ length: 64 }, () => enter(gate)));
    for (const pass of inFlight) await gate.refused(pass, limited);
    expect(pauses).toEqual([60_000]);
  });
});

describe('a permanent fault', () => {
  it('lets nobody in until a harmless call shows that it is mended', async () => {
    let mended = false;
    let probes = 0;
    const { gate, pauses, logged } = open(async () => {
      probes += 1;
      if (!mended) throw new Error('60020');
    });
    await gate.refused(await enter(gate), untrusted);

    expect(await Promise.all([gate.enter(), gate.enter(), gate.enter()])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(probes).toBe(1);
    expect(pauses).toEqual([120_000, 120_000]);

    mended = true;
    expect(await gate.enter()).toBeDefined();
    expect(await gate.enter()).toBeDefined();
    expect(probes).toBe(2);
    expect(logged.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['error', 'info']);
  });
});

describe('the end of an outage', () => {
  it('brings back at once what waits for its next try', async () => {
    const { gate, hurried } = open();
    for (let failures = 0; failures < 8; failures += 1) gate.failed();
    gate.accepted(await enter(gate));
    gate.accepted(await enter(gate));
    expect(hurried()).toBe(1);
  });

  it('is not seen in a few messages that fail among others that do not', async () => {
    const { gate, hurried } = open();
    for (let messages = 0; messages < 100; messages += 1) {
      gate.failed();
      gate.accepted(await enter(gate));
    }
    expect(hurried()).toBe(0);
  });
});

function open(probe: () => Promise<void> = () => Promise.resolve()) {
  const pauses: number[] = [];
  const logged: string[] = [];
  let hurries = 0;
  const gate = createGate({
    pause: async (milliseconds) => pauses.push(milliseconds),
    hurry: async () => (hurries += 1),
    probe,
    pace: defaultPace,
    log: createLog('info', { write: (line) => logged.push(line) }),
    count: () => {},
  });
  return { gate, pauses, logged, hurried: () => hurries };
}

async function enter(gate: Gate): Promise<Pass> {
  const pass = await gate.enter();
  if (pass === undefined) throw new Error('the gate is closed');
  return pass;
}
