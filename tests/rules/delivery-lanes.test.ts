import { describe, expect, it } from 'vitest';
import { createLanes, type Lane, type Lanes } from '../../src/delivery/lanes.ts';

describe('lanes', () => {
  it('let in as many calls as there are lanes, and the next when one leaves', async () => {
    const lanes = createLanes(2);
    const entered: string[] = [];
    const first = await lanes.enter('answer');
    await lanes.enter('answer');
    const third = lanes.enter('answer').then(() => entered.push('third'));
    const fourth = lanes.enter('answer').then(() => entered.push('fourth'));
    expect(entered).toEqual([]);

    first.leave('smoothly');
    await third;
    expect(entered).toEqual(['third']);
    void fourth;
  });

  it('let the more urgent in first', async () => {
    const lanes = createLanes(1);
    const first = await lanes.enter('answer');
    const entered: string[] = [];
    const calls = (['notice', 'reminder', 'answer', 'notice'] as const).map(async (urgency) => {
      const lane = await lanes.enter(urgency);
      entered.push(urgency);
      lane.leave('smoothly');
    });
    first.leave('smoothly');
    await Promise.all(calls);
    expect(entered).toEqual(['answer', 'reminder', 'notice', 'notice']);
  });

  it('are halved once for all refusals of one burst', async () => {
    const lanes = createLanes(64);
    const burst = await enter(lanes, 64);
    for (const lane of burst) lane.leave('crowded');
    expect(lanes.width()).toBe(32);
  });

  it('are never fewer than one', async () => {
    const lanes = createLanes(2);
    for (let refusals = 0; refusals < 5; refusals += 1) (await lanes.enter('answer')).leave('crowded');
    expect(lanes.width()).toBe(1);
    await lanes.enter('answer');
  });

  it('grow again with smooth calls, up to what they were', async () => {
    const lanes = createLanes(8);
    (await lanes.enter('answer')).leave('crowded');
    expect(lanes.width()).toBe(4);

    for (let calls = 0; calls < 5; calls += 1) (await lanes.enter('answer')).leave('smoothly');
    expect(lanes.width()).toBe(5);
    for (let calls = 0; calls < 100; calls += 1) (await lanes.enter('answer')).leave('smoothly');
    expect(lanes.width()).toBe(8);
  });
});

function enter(lanes: Lanes, count: number): Promise<Lane[]> {
  return Promise.all(Array.from({ length: count }, () => lanes.enter('answer')));
}
