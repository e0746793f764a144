import { Agent, request } from 'undici';

/** Closed before a usual server gives an idle connection up, so that no callback meets a dying one. */
const KEEP_ALIVE_MS = 1000;

/** What came of one HTTP request to the bot. */
export type HttpOutcome =
  | { readonly status: number; readonly body: string }
  | { readonly status: null; readonly failure: string };

export interface CallbackPoster {
  /** Never rejects; gives up after the time limit. */
  post(address: string, query: string, body: string): Promise<HttpOutcome>;
  /** The URL check. */
  get(address: string, query: string): Promise<HttpOutcome>;
  /** Cuts whatever is under way. */
  close(): Promise<void>;
}

/** `limitMs` is how long WeCom waits: 5 seconds (protocol §1.6). Redirects are not followed. */
export function createCallbackPoster(limitMs: number): CallbackPoster {
  const dispatcher = new Agent({ keepAliveTimeout: KEEP_ALIVE_MS, keepAliveMaxTimeout: KEEP_ALIVE_MS });

  async function send(
    method: 'GET' | 'POST',
    address: string,
    query: string,
    body?: string,
  ): Promise<HttpOutcome> {
    const separator = address.includes('?') ? '&' : '?';
    try {
      const response = await request(`${address}${separator}${query}`, {
        method,
        dispatcher,
        signal: AbortSignal.timeout(limitMs),
        headers: body === undefined ? {} : { 'content-type': 'text/xml' },
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.statusCode, body: await response.body.text() };
    } catch (error) {
      return { status: null, failure: failureOf(error, limitMs) };
    }
  }

  return {
    post: (address, query, body) => send('POST', address, query, body),
    get: (address, query) => send('GET', address, query),
    close: () => dispatcher.destroy(),
  };
}

function failureOf(error: unknown, limitMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `${limitMs / 1000} 秒内没有应答`;
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
