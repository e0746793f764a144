import { misbuilt } from './built.ts';

/** An address that WeCom accepts in messages and cards: with its scheme, at most 2,048 bytes. */
export function webAddress(url: string): string {
  if (!/^https?:\/\/[^\s\p{Cc}\p{Cs}"<>]+$/u.test(url)) {
    misbuilt('a link', 'start the address with https:// and escape blanks');
  }
  if (Buffer.byteLength(url) > 2048) misbuilt('a link', 'keep the address within 2,048 bytes');
  return url;
}
