import type { Context, Middleware } from 'koa';
import { readBody } from './callback-body.ts';
import type { Callback, CallbackOutcome } from './callback.ts';

/** What became of one request to the callback address. */
export interface CallbackReport {
  readonly outcome: CallbackOutcome | 'tooLarge' | 'aborted' | 'badMethod';
  /** What it was, when that is known; see `CallbackAnswer`. */
  readonly kind?: string;
}

/**
 * What WeCom calls: `GET` and `POST /wecom/callback` (contract §3). `observe` hears what became of each
 * request, for metrics and the log. No router stands before it: one would cost 3 µs of a turn's 60.
 */
export function createCallbackRoutes(
  callback: Callback,
  observe: (report: CallbackReport) => void,
): Middleware {
  return async (context, next) => {
    if (context.path !== path) await next();
    else if (context.method === 'POST') await receive(context);
    else if (context.method === 'GET') verifyUrl(context);
    else refuseMethod(context);
  };

  function verifyUrl(context: Context): void {
    const answer = callback.verifyUrl(context.querystring);
    send(context, answer);
    observe(answer);
  }

  function refuseMethod(context: Context): void {
    context.set('allow', 'GET, POST');
    send(context, { status: 405, body: '', contentType: 'text/plain' });
    observe({ outcome: 'badMethod' });
  }

  async function receive(context: Context): Promise<void> {
    const body = await readBody(context.req);
    if (typeof body === 'string') {
      send(context, { status: body === 'tooLarge' ? 413 : 400, body: '', contentType: 'text/plain' });
      observe({ outcome: body });
      return;
    }
    const answer = await callback.receive(context.querystring, body);
    send(context, answer);
    observe(answer);
  }
}

const path = '/wecom/callback';

interface Response {
  readonly status: number;
  readonly body: string;
  readonly contentType: keyof typeof contentTypes;
}

/** Whole, because Koa would look each of them up again for every answer. */
const contentTypes = {
  'text/plain': 'text/plain; charset=utf-8',
  'text/xml': 'text/xml; charset=utf-8',
} as const;

/** Everything explicitly: Koa's own answer without a body is 404, and 204 for a null one. */
function send(context: Context, { status, body, contentType }: Response): void {
  context.status = status;
  context.set('content-type', contentTypes[contentType]);
  context.body = body;
}
