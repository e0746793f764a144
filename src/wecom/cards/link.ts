import { misbuilt } from '../built.ts';
import { webAddress } from '../web-address.ts';

/** Where a tap leads: a web page, or a page of a mini-program linked with the app. */
export type Link = { readonly url: string } | { readonly appId: string; readonly pagePath?: string };

/** WeCom's form of a link: type 1 is a page, 2 a mini-program. */
export function linkFields(link: Link) {
  if ('url' in link) return { type: 1 as const, url: webAddress(link.url) };
  if (link.appId === '') misbuilt('a link', 'name the mini-program');
  return { type: 2 as const, appid: link.appId, pagepath: link.pagePath };
}
