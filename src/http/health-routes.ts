import type Koa from 'koa';
import Router from 'koa-router';

export interface HealthParts {
  /** Why the service cannot do its work now; empty when it can. */
  reasonsNotReady(): Promise<readonly string[]>;
  /** The metrics in Prometheus' text form. */
  metrics(): Promise<string>;
}

/** `GET /healthz`, `/readyz` and `/metrics` (contract §3); another method there is 405, not 404. */
export function addHealthRoutes(http: Koa, { reasonsNotReady, metrics }: HealthParts): void {
  const router = new Router();

  router.get('/healthz', (context) => {
    context.type = 'text/plain';
    context.body = 'ok\n';
  });

  router.get('/readyz', async (context) => {
    const reasons = await reasonsNotReady();
    context.status = reasons.length === 0 ? 200 : 503;
    context.type = 'text/plain';
    context.body = reasons.length === 0 ? 'ready\n' : `${reasons.join('\n')}\n`;
  });

  router.get('/metrics', async (context) => {
    const text = await metrics();
    context.type = 'text/plain; version=0.0.4';
    context.body = text;
  });

  http.use(router.routes());
  http.use(router.allowedMethods());
}
