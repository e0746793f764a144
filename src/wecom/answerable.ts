import type { Incoming } from './incoming.ts';

/**
 * Whether WeCom shows a passive reply to this (protocol §2.2). It takes none to taps on a card, which
 * are answered by updating the card (protocol §3.4).
 */
export function isAnswerable(incoming: Incoming): boolean {
  switch (incoming.kind) {
    case 'cardTap':
    case 'unsubscribe':
      return false;
    case 'otherEvent':
      return incoming.event === 'view_miniprogram' || incoming.event === 'scancode_waitmsg';
    default:
      return true;
  }
}
