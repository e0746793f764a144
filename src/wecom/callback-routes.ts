import type { IncomingMessage } from 'node:http';
import Router from 'koa-router';
import getRawBody from 'raw-body';
import type { Callback, CallbackOutcome } from './callback.ts';

/** What became of one request to the callback address. */
export interface CallbackReport {
  readonly outcome: CallbackOutcome | 'tooLarge' | 'aborted';
  /** What it was, when that is known; see `CallbackAnswer`. */
  readonly kind?: string;
}

/**
 * The routes WeCom calls: `GET` and `POST /wecom/callback` (contract §3). `observe` hears what became of
 * each request, for metrics and the log.
 */
export function createCallbackRoutes(callback: Callback, observe: (report: CallbackReport) => void): Router {
  const router = new Router();

  router.get(path, (context) => {
    const answer = callback.verifyUrl(context.querystring);
    send(context, answer);
    observe(answer);
  });

  router.post(path, async (context) => {
    const body = await readBody(context.req);
    if (typeof body === 'string') {
      send(context, { status: body === 'tooLarge' ? 413 : 400, body: '', contentType: 'text/plain' });
      observe({ outcome: body });
      return;
    }
    const answer = await callback.receive(context.querystring, body);
    send(context, answer);
    observe(answer);
  });

  return router;
}

const path = '/wecom/callback';

/** Contract §3. */
const bodyLimit = 1024 * 1024;

interface Response {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

/** Everything explicitly: Koa's own answer without a body is 404, and 204 for a null one. */
function send(context: Router.RouterContext, { status, body, contentType }: Response): void {
  context.status = status;
  context.type = contentType;
  context.body = body;
}

/** The body as it came; nothing of it is read when its declared length is already over the limit. */
async function readBody(request: IncomingMessage): Promise<Buffer | 'tooLarge' | 'aborted'> {
  try {
    return await getRawBody(request, { length: request.headers['content-length'] ?? null, limit: bodyLimit });
  } catch (error) {
    if ((error as getRawBody.RawBodyError).type !== 'entity.too.large') return 'aborted';
    discard(request);
    return 'tooLarge';
  }
}

/**
 * Lets the rest of a refused body run into the void, so that the sender can finish and read the answer
 * instead of seeing the connection break; but not for ever.
 */
function discard(request: IncomingMessage): void {
  let discarded = 0;
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > discardLimit) request.destroy();
  });
  request.resume();
}

const discardLimit = 8 * bodyLimit;
