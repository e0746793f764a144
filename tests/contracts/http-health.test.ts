import Koa from 'koa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addHealthRoutes } from '../../src/http/health-routes.ts';
import { listen, type RunningServer } from '../../src/http/server.ts';

let server: RunningServer;

beforeAll(async () => {
  const koa = new Koa();
  addHealthRoutes(koa, { reasonsNotReady: async () => ['Redis'], metrics: async () => 'calls 1\n' });
  server = await listen(koa, 0, '127.0.0.1');
});
afterAll(() => server.stop(0));

function ask(path: string, method: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}${path}`, { method });
}

it.each([
  ['/healthz', 200, 'ok\n'],
  ['/readyz', 503, 'Redis\n'],
  ['/metrics', 200, 'calls 1\n'],
])('GET %s is answered', async (path, status, body) => {
  const response = await ask(path, 'GET');
  expect([response.status, await response.text()]).toEqual([status, body]);
});

it.each(['/healthz', '/readyz', '/metrics'])(
  'nothing else is allowed at %s, and it says so',
  async (path) => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await ask(path, method);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'HEAD, GET']);
    }
  },
);

it('what is not there is 404', async () => {
  expect((await ask('/nothing', 'GET')).status).toBe(404);
});
