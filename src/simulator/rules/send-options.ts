import type { MessageType, SendRequest } from '../wire/send-request.ts';
import { refuse } from './api-refusal.ts';
import type { Report } from './report.ts';

/** In seconds (protocol §4.2). */
const LONGEST_INTERVAL = 14_400;
const USUAL_INTERVAL = 1800;

const NEVER_SAFE = new Set<MessageType>(['voice', 'textcard', 'news', 'markdown', 'template_card']);
const WITH_ID_TRANSLATION = new Set<MessageType>(['text', 'textcard', 'news', 'template_card']);

/**
 * Checks what stands around the payload of `message/send`. Returns for how many seconds the same
 * request counts as a duplicate; null when no duplicate check was asked for.
 */
export function checkSendOptions(request: SendRequest, report: Report): number | null {
  checkSafe(request);

  if (request.enable_id_trans === 1 && !WITH_ID_TRANSLATION.has(request.msgtype)) {
    report.violation('ignored-field', `${request.msgtype} 没有 enable_id_trans`);
  }

  const interval = request.duplicate_check_interval ?? USUAL_INTERVAL;
  if (interval < 1 || interval > LONGEST_INTERVAL) refuse(40058, 'invalid duplicate_check_interval');
  if (request.enable_duplicate_check === 1) return interval;

  report.violation('no-duplicate-check', '没有 enable_duplicate_check：1，答复丢失后重发会让人收到两遍');
  return null;
}

function checkSafe({ safe, msgtype }: SendRequest): void {
  if (safe === undefined || safe === 0) return;
  if (safe === 2) refuse(40058, 'safe=2 is for mpnews only');
  if (NEVER_SAFE.has(msgtype)) refuse(msgtype === 'news' ? 40074 : 40058, `${msgtype} cannot be safe`);
}
