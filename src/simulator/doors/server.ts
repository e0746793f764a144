import { createServer as createHttpServer } from 'node:http';

import Koa from 'koa';
import type { Context, Next } from 'koa';

import { createCgiBin } from './cgi-bin.ts';
import { createChatDoor } from './chat.ts';
import { createControlDoor } from './control.ts';
import type { ControlParts } from './control.ts';
import { createPageDoor } from './page.ts';

/** Nothing from elsewhere, nothing inline; pictures may be the app's own uploads. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface ServerParts extends ControlParts {
  readonly latencyMs: number;
  /** Where a line for the operator goes. */
  readonly complain: (line: string) => void;
}

/** The HTTP server behind all three doors and the page. */
export interface Server {
  listen(port: number, host?: string): Promise<{ url: string }>;
  /** Cuts open connections; may be called without listen. */
  close(): Promise<void>;
  /** How many API calls are being worked on. */
  underWay(): number;
}

export function createServer(parts: ServerParts): Server {
  const cgiBin = createCgiBin(parts.corp, parts.latencyMs);
  const chat = createChatDoor(parts.corp, parts.person);
  const control = createControlDoor(parts);
  const page = createPageDoor();

  const app = new Koa();
  app.use(async (context, next) => {
    if (context.path.startsWith('/cgi-bin/')) await cgiBin.handle(context);
    else await next();
  });
  app.use(protect);
  app.use(chat.routes());
  app.use(control.routes());
  app.use(page.routes());
  app.on('error', (error: Error) => {
    if (!isBrokenConnection(error)) parts.complain(`模拟器内部出错：${error.stack ?? error.message}`);
  });

  const handle = app.callback();
  const server = createHttpServer((request, response) => {
    void handle(request, response);
  });

  return {
    listen(port, host = '127.0.0.1') {
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          const address = server.address();
          const actualPort = typeof address === 'object' && address !== null ? address.port : port;
          const name = host.includes(':') ? `[${host}]` : host;
          resolve({ url: `http://${name === '0.0.0.0' ? '127.0.0.1' : name}:${actualPort}` });
        });
      });
    },

    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },

    underWay: () => cgiBin.underWay(),
  };
}

/** Headers for the page, and errors as one plain sentence. */
async function protect(context: Context, next: Next): Promise<void> {
  context.set({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });

  try {
    await next();
  } catch (error) {
    context.status = statusOf(error);
    context.body = { error: error instanceof Error ? error.message : String(error) };
  }
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 409;
}

/** The other side left in the middle, which happens to every server. */
function isBrokenConnection(error: Error): boolean {
  const broken = ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];
  return 'code' in error && broken.includes(String(error.code));
}
