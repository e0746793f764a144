import type { Corp } from '../state/corp.ts';
import { newMessageId } from '../state/message-id.ts';
import type { MessageContent } from '../state/shown-message.ts';
import { childOf, parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import type { Delivery } from './delivery-register.ts';
import { readPassiveReply } from './passive-reply.ts';

/**
 * Puts a decrypted passive reply on the phone of whoever it answers, unless an earlier attempt or
 * repeat of this delivery already did. Returns what the reply says; null when WeCom ignores it.
 */
export function showReply(delivery: Delivery, replyXml: string, corp: Corp): MessageContent | null {
  const report = corp.transcript.reportFor('callback');
  const callback = parsed(delivery.xml);
  if (callback === null) {
    report.violation('reply-not-allowed', '投递的不是完整的 XML，却得到了被动回复');
    return null;
  }

  const content = readPassiveReply(parseXml(replyXml), callback, corp.media, report);
  if (content === null || delivery.answered) return content;

  delivery.answered = true;
  const userid = childOf(callback, 'FromUserName')?.text ?? '';
  corp.conversations.show({ id: newMessageId(), at: corp.clock.now(), from: 'bot', content }, [userid]);
  return content;
}

/** A test may deliver anything, also what is not XML at all. */
function parsed(xml: string): XmlElement | null {
  try {
    return parseXml(xml);
  } catch {
    return null;
  }
}
