/** Where a Redis is, read from a `REDIS_URL` (contract §2). */
export type RedisAddress = ServerAddress | SocketAddress | SentinelAddress | ClusterAddress;

/** One server: `redis://` or, with TLS, `rediss://`, as in `rediss://user:password@host:6379/0`. */
export interface ServerAddress extends Credentials {
  readonly kind: 'server';
  readonly endpoint: Endpoint;
  readonly encrypted: boolean;
  readonly database: number;
}

/** One server on this machine: `unix:///path/of/redis.sock`. */
export interface SocketAddress {
  readonly kind: 'socket';
  readonly path: string;
}

/** `redis+sentinel://host:26379,host:26379/name`: the sentinels to ask for the master of that name. */
export interface SentinelAddress extends Credentials {
  readonly kind: 'sentinel';
  readonly endpoints: readonly Endpoint[];
  readonly master: string;
}

/** `redis+cluster://host:6379,host:6379`: some nodes, from which the others are learned. */
export interface ClusterAddress extends Credentials {
  readonly kind: 'cluster';
  readonly endpoints: readonly Endpoint[];
}

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** For the Redis servers; sentinels are asked without a password. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
}

/** Reads a `REDIS_URL`; `undefined` when it is none. */
export function parseRedisAddress(url: string): RedisAddress | undefined {
  const socket = /^unix:\/\/(\/[^?#]+)$/.exec(url)?.[1];
  if (socket !== undefined) return { kind: 'socket', path: socket };

  const parts = /^(rediss?|redis\+sentinel|redis\+cluster):\/\/(?:(.*)@)?([^/@?#]+)(?:\/([^/?#]*))?$/.exec(
    url,
  );
  if (parts === null) return undefined;
  const [, scheme = '', account, places = '', path = ''] = parts;
  const endpoints = parseEndpoints(places, scheme === 'redis+sentinel' ? 26_379 : 6379);
  const credentials = parseCredentials(account);
  if (endpoints === undefined || credentials === undefined) return undefined;

  if (scheme === 'redis+sentinel') {
    return path === '' ? undefined : { kind: 'sentinel', endpoints, master: path, ...credentials };
  }
  if (scheme === 'redis+cluster') {
    return path === '' ? { kind: 'cluster', endpoints, ...credentials } : undefined;
  }
  const [endpoint, second] = endpoints;
  if (endpoint === undefined || second !== undefined || !/^\d{0,3}$/.test(path)) return undefined;
  return { kind: 'server', endpoint, encrypted: scheme === 'rediss', database: Number(path), ...credentials };
}

function parseEndpoints(text: string, defaultPort: number): Endpoint[] | undefined {
  const endpoints: Endpoint[] = [];
  for (const place of text.split(',')) {
    const parts = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/.exec(place);
    const host = parts?.[1] ?? parts?.[2];
    const port = Number(parts?.[3] ?? defaultPort);
    if (host === undefined || port === 0 || port > 65_535) return undefined;
    endpoints.push({ host, port });
  }
  return endpoints;
}

/** `user:password` or `:password`, percent-encoded where it has to be. */
function parseCredentials(text: string | undefined): Credentials | undefined {
  if (text === undefined) return {};
  const colon = text.indexOf(':');
  if (colon === -1 || colon === text.length - 1) return undefined;
  const username = decoded(text.slice(0, colon));
  const password = decoded(text.slice(colon + 1));
  return username === '' ? { password } : { username, password };
}

/** A password with a bare `%` in it is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
