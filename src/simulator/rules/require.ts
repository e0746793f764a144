import { bytesOf } from './text-length.ts';
import { refuse } from './api-refusal.ts';

/** Refuses with `errcode` when a text is missing or empty; otherwise returns it. */
export function requireText(text: string | undefined, path: string, errcode: number): string {
  if (text === undefined || text === '') return refuse(errcode, `${path} missing`);
  return text;
}

/** Refuses a text that is longer than so many bytes of UTF-8. */
export function requireBytes(text: string, path: string, limit: number, errcode: number): void {
  const length = bytesOf(text);
  if (length > limit) refuse(errcode, `${path} too long: ${length} > ${limit} bytes`);
}

/** Refuses an address without a scheme (45034, protocol §7.1) or longer than so many bytes (40039). */
export function requireAddress(address: string, path: string, limit = 2048): void {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) refuse(45034, `${path} is not a complete url`);
  requireBytes(address, path, limit, 40039);
}

/** Refuses a list that is missing, too short or too long. */
export function requireCount<Item>(
  list: readonly Item[] | undefined,
  path: string,
  [least, most]: readonly [number, number],
  errcode: number,
): readonly Item[] {
  const count = list?.length ?? 0;
  if (list === undefined || count < least || count > most) {
    return refuse(errcode, `${path} has ${count} items, allowed ${least} to ${most}`);
  }
  return list;
}

/** Refuses texts of which two are equal. */
export function requireUnique(texts: readonly string[], path: string, errcode: number): void {
  if (new Set(texts).size < texts.length) refuse(errcode, `${path} duplicated`);
}
