/** The parameters of a callback (protocol §1.4, §1.5), decoded once. */
export interface CallbackQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** Only the URL check has one. */
  readonly echo: string | undefined;
}

const names = new Set(['msg_signature', 'timestamp', 'nonce', 'echostr']);

/**
 * Cuts the parameters out of a raw query string; building Koa's `ctx.query` costs more than all of the
 * rest that is done to it. Returns `undefined` when one of the first three is missing or empty, or when
 * any of the four is repeated or badly encoded.
 */
export function readCallbackQuery(query: string): CallbackQuery | undefined {
  const values = new Map<string, string>();
  for (const parameter of query.split('&')) {
    const equals = parameter.indexOf('=');
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    if (!names.has(name)) continue;
    const value = equals < 0 ? '' : decoded(parameter.slice(equals + 1));
    if (value === undefined || values.has(name)) return undefined;
    values.set(name, value);
  }

  const signature = values.get('msg_signature');
  const timestamp = values.get('timestamp');
  const nonce = values.get('nonce');
  if (!signature || !timestamp || !nonce) return undefined;
  // Base64 has no blanks: one of them is a `+` that a proxy decoded once too often.
  return { signature, timestamp, nonce, echo: values.get('echostr')?.replaceAll(' ', '+') };
}

function decoded(value: string): string | undefined {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
