import { childOf } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/**
 * The events that may be answered passively: those with a "yes" in protocol §2.2. A card tap is not
 * among them (§3.4), which contract §3 makes a promise.
 */
const ANSWERABLE_EVENTS = new Set([
  'subscribe',
  'enter_agent',
  'location',
  'click',
  'view',
  'view_miniprogram',
  'scancode_waitmsg',
  'template_card_menu_event',
]);

/** Whether WeCom takes a passive reply to this callback. Every message of a person may be answered. */
export function allowsPassiveReply(callback: XmlElement): boolean {
  if (childOf(callback, 'MsgType')?.text !== 'event') return true;
  return ANSWERABLE_EVENTS.has(childOf(callback, 'Event')?.text.toLowerCase() ?? '');
}
