import { describe, expect, it } from 'vitest';
import { quotaOf } from '../../src/delivery/daily-quota.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';

const state = {
  calls: { held: 3, due: 2, queued: 1, dead: 4 },
  quota: quotaOf(500, 700, 30),
  unreachable: new Map([['没有接口许可', 5]]),
};

describe('the metrics', () => {
  it('tell what WeCom refused, whom messages missed and why, and never who', async () => {
    const metrics = createMetrics();
    for (const event of [
      'sent',
      'sent',
      { refused: 60_020 },
      { missed: '没有接口许可', people: 7 },
    ] as const) {
      metrics.delivery(event);
    }

    const text = await metrics.text(undefined);
    expect(text).toContain('branch_assistant_deliveries_total{event="sent"} 2');
    expect(text).toContain('branch_assistant_refusals_total{errcode="60020"} 1');
    expect(text).toContain('branch_assistant_missed_total{reason="没有接口许可"} 7');
  });

  it('say while sending has stopped', async () => {
    const metrics = createMetrics();
    const line = async (): Promise<string | undefined> =>
      /^branch_assistant_sending_stopped .*$/mu.exec(await metrics.text(undefined))?.[0];
    expect(await line()).toBe('branch_assistant_sending_stopped 0');
    metrics.delivery('stopped');
    expect(await line()).toBe('branch_assistant_sending_stopped 1');
    metrics.delivery('resumed');
    expect(await line()).toBe('branch_assistant_sending_stopped 0');
  });

  it('show how delivery stands, and nothing old when that is not known', async () => {
    const metrics = createMetrics();
    const known = await metrics.text(state);
    expect(known).toContain('branch_assistant_calls{state="held"} 3');
    expect(known).toContain('branch_assistant_quota_person_times{part="most"} 100000');
    expect(known).toContain('branch_assistant_quota_person_times{part="left"} 89270');
    expect(known).toContain('branch_assistant_unreachable_people{reason="没有接口许可"} 5');

    expect(await metrics.text(undefined)).not.toContain('branch_assistant_calls{');
  });
});
