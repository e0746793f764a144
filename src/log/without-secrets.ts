/** Names of values that are never written down, whatever they hold; compared ignoring case and `_`. */
const secretNames = new Set([
  'accesstoken',
  'apikey',
  'authorization',
  'cookie',
  'corpsecret',
  'encodingaeskey',
  'password',
  'secret',
  'setcookie',
  'token',
  'wecomencodingaeskey',
  'wecomsecret',
  'wecomtoken',
]);

/** In a URL: who (`user:password@`) and what is asked (`?access_token=…`) are secrets, where is not. */
const urls = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#"'<>]*@)?([^\s?#"'<>]*)(\?[^\s"'<>]*)?/gi;
/** The same outside of a URL, as in a path or a form: `…?corpid=a&corpsecret=b`. */
const parameters = /\b((?:access_token|corpsecret|secret|password|token)=)[^\s&"'<>]+/gi;

/** A copy of plain data in which every secret is replaced; data nested deeper than 6 levels is left out. */
export function withoutSecrets<Value>(value: Value): Value {
  return cleaned(value, 6) as Value;
}

function cleaned(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return cleanedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return '[…]';
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      secretNames.has(name.toLowerCase().replaceAll(/[_-]/g, '')) ? '[removed]' : cleaned(entry, levels - 1),
    ]),
  );
}

function cleanedText(text: string): string {
  return text
    .replace(
      urls,
      (_, scheme: string, place: string, query?: string) => scheme + place + (query ? '?[removed]' : ''),
    )
    .replace(parameters, '$1[removed]');
}
