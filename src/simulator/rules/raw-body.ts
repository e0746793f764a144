import { refuse } from './api-refusal.ts';

/** An escape that is not itself escaped: an even number of backslashes, then backslash, u, four digits. */
const UNICODE_ESCAPE = /(?<!\\)(?:\\\\)*\\u[0-9a-f]{4}/i;

/**
 * Parses the body of a call. Refuses \uXXXX escapes (40033, protocol §0.3) and what is not a JSON
 * object (40058).
 */
export function readJsonBody(raw: string): object {
  if (UNICODE_ESCAPE.test(raw)) refuse(40033, 'invalid charset: \\uXXXX escapes are not accepted');

  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return refuse(40058, 'the body is not valid json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(40058, 'the body is not a json object');
  }
  return value;
}
