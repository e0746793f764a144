import type { Context } from 'koa';

import type { Changes } from '../state/changes.ts';

/** Keeps proxies from closing a quiet stream, in milliseconds. */
const HEARTBEAT = 25_000;

/** Sends every change as one server-sent event until the browser leaves. */
export function streamChanges(context: Context, changes: Changes): void {
  const { res: response } = context;
  context.respond = false;

  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('retry: 1000\n\n');

  const stop = changes.listen((change) => {
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT);

  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
