import type { SendEntry } from '../../src/delivery/outbox-entry.ts';
import { text } from '../../src/wecom/message.ts';

/** A message, urgent and to 林晓棠 unless said otherwise. */
export function message(
  parts: Partial<Omit<SendEntry, 'message'>> & { readonly says?: string } = {},
): SendEntry {
  const { says = '您好', ...rest } = parts;
  return {
    kind: 'send',
    id: 'greeting',
    recipients: ['lin.xiaotang'],
    urgency: 'answer',
    message: text(says),
    ...rest,
  };
}

/** `member0`, `member1`, … */
export function members(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `member${index}`);
}
