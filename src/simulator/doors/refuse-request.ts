import type { Context } from 'koa';

/** Answers a request of the page with this status and sentence. */
export function refuseRequest(context: Pick<Context, 'throw'>, status: number, message: string): never {
  context.throw(status, message);
}
