import type { Context } from 'koa';

import type { ApiAnswer } from '../api/api.ts';
import type { ApiFault } from '../state/planned-faults.ts';

/** What goes back to the bot. */
export type Outcome =
  | { readonly kind: 'json'; readonly json: Readonly<Record<string, unknown>> }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'page500' }
  /** The connection is cut. */
  | { readonly kind: 'cut' }
  /** Nothing comes, until the caller gives up or the simulator is closed. */
  | { readonly kind: 'silence' };

export function outcomeOf(answer: ApiAnswer): Outcome {
  if (answer.kind === 'file') return answer;
  return { kind: 'json', json: { errcode: 0, errmsg: 'ok', ...answer.fields } };
}

/** What a planned fault answers before anything takes effect, if it is of that sort. */
export function outcomeBefore(fault: ApiFault | undefined): Outcome | undefined {
  switch (fault?.kind) {
    case 'errcode': {
      const { errcode, errmsg = 'planned by the simulator' } = fault;
      return { kind: 'json', json: { errcode, errmsg } };
    }
    case 'http500':
      return { kind: 'page500' };
    case 'reset':
      return { kind: 'cut' };
    case 'lostAnswer':
    case 'timeoutAfterAccept':
    case 'invalidUsers':
    case undefined:
      return undefined;
  }
}

/** What a planned fault does to the answer of a call that took effect, if it is of that sort. */
export function outcomeAfter(fault: ApiFault | undefined): Outcome | undefined {
  if (fault?.kind === 'lostAnswer') return { kind: 'cut' };
  if (fault?.kind === 'timeoutAfterAccept') return { kind: 'silence' };
  return undefined;
}

export function sendOutcome(context: Context, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'json':
      context.type = 'application/json';
      context.body = JSON.stringify(outcome.json);
      return;
    case 'file':
      context.type = 'application/octet-stream';
      context.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(outcome.name)}`);
      context.body = outcome.bytes;
      return;
    case 'page500':
      context.status = 500;
      context.type = 'text/html';
      context.body = '<html><body><h1>500 Internal Server Error</h1></body></html>';
      return;
    case 'cut':
      context.respond = false;
      context.req.socket.destroy();
      return;
    case 'silence':
      context.respond = false;
  }
}

/** For the transcript: without the token, and files by name. */
export function readableOutcome(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case 'json':
      return 'access_token' in outcome.json ? { ...outcome.json, access_token: '…' } : outcome.json;
    case 'file':
      return `${outcome.name}，${outcome.bytes.length} 字节`;
    case 'page500':
      return 'HTTP 500';
    case 'cut':
    case 'silence':
      return null;
  }
}
