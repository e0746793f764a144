import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { DeliveryEvent } from '../delivery/delivery-event.ts';
import type { CallbackReport } from '../wecom/callback-routes.ts';

/** What the service counts about itself; never about persons. */
export interface Metrics {
  callback(report: CallbackReport): void;
  delivery(event: DeliveryEvent): void;
  /** Prometheus' text form; `waiting` is how many accepted calls are not settled yet. */
  text(waiting: number): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const callbacks = new Counter({
    name: 'branch_assistant_callbacks_total',
    help: 'Requests to the callback address by what became of them.',
    labelNames: ['outcome', 'kind'],
    registers,
  });
  const deliveries = new Counter({
    name: 'branch_assistant_deliveries_total',
    help: 'What happened to calls to WeCom.',
    labelNames: ['event'],
    registers,
  });
  const waitingCalls = new Gauge({
    name: 'branch_assistant_waiting_calls',
    help: 'Accepted calls to WeCom that are not settled yet.',
    registers,
  });
  collectDefaultMetrics({ register: registry });

  return {
    callback: ({ outcome, kind = '' }) => callbacks.inc({ outcome, kind }),
    delivery: (event) => deliveries.inc({ event }),
    text(waiting) {
      waitingCalls.set(waiting);
      return registry.metrics();
    },
  };
}
