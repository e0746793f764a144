import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { DeliveryCounts } from '../delivery/counts.ts';
import type { DailyQuota } from '../delivery/daily-quota.ts';
import type { DeliveryEvent } from '../delivery/delivery-event.ts';
import type { CallbackReport } from '../wecom/callback-routes.ts';

/** What the service counts about itself; never about persons. */
export interface Metrics {
  callback(report: CallbackReport): void;
  delivery(event: DeliveryEvent): void;
  /** Prometheus' text form, with how things stand now; `undefined` while that is not known. */
  text(state: DeliveryState | undefined): Promise<string>;
}

/** How delivery stands, over all replicas. */
export interface DeliveryState {
  readonly calls: DeliveryCounts;
  readonly quota: DailyQuota;
  /** Reason → people. */
  readonly unreachable: ReadonlyMap<string, number>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const named = (name: string, help: string) => ({ name: `branch_assistant_${name}`, help, registers });
  const callbacks = new Counter({
    ...named('callbacks_total', 'Requests to the callback address by what became of them.'),
    labelNames: ['outcome', 'kind'],
  });
  const deliveries = new Counter({
    ...named('deliveries_total', 'What happened to calls to WeCom.'),
    labelNames: ['event'],
  });
  const refusals = new Counter({
    ...named('refusals_total', "Calls that WeCom did not accept, by its number; -1 is no answer of WeCom's."),
    labelNames: ['errcode'],
  });
  const missed = new Counter({
    ...named('missed_total', 'Messages to single people that did not reach them, by reason.'),
    labelNames: ['reason'],
  });
  const stopped = new Gauge(named('sending_stopped', '1 while WeCom refuses this app until somebody acts.'));
  const calls = new Gauge({
    ...named('calls', 'Accepted calls to WeCom by how far they are: held, due, queued; or put aside: dead.'),
    labelNames: ['state'],
  });
  const quota = new Gauge({
    ...named('quota_person_times', "Today's person-times: most, sent, promised, left."),
    labelNames: ['part'],
  });
  const unreachable = new Gauge({
    ...named('unreachable_people', 'People whom the last message did not reach, by reason.'),
    labelNames: ['reason'],
  });
  collectDefaultMetrics({ register: registry });

  return {
    callback: ({ outcome, kind = '' }) => callbacks.inc({ outcome, kind }),
    delivery(event) {
      if (typeof event !== 'string') {
        if ('refused' in event) refusals.inc({ errcode: String(event.refused) });
        else missed.inc({ reason: event.missed }, event.people);
        return;
      }
      deliveries.inc({ event });
      if (event === 'stopped') stopped.set(1);
      if (event === 'resumed') stopped.set(0);
    },
    text(state) {
      for (const gauge of [calls, quota, unreachable]) gauge.reset();
      if (state !== undefined) setState(state);
      return registry.metrics();
    },
  };

  function setState(state: DeliveryState): void {
    for (const [name, count] of Object.entries(state.calls)) calls.set({ state: name }, Number(count));
    for (const [part, count] of Object.entries(state.quota)) quota.set({ part }, Number(count));
    for (const [reason, people] of state.unreachable) unreachable.set({ reason }, people);
  }
}
