import { Fault } from '../errors.ts';
import type { Message } from './message.ts';

export interface SendRequest {
  /** 1 to 1,000 userids: `a|b`. */
  readonly touser: string;
  readonly message: Message;
  readonly agentId: number;
  /** For how long WeCom drops a repeat of the same request; 1 to 14,400. */
  readonly duplicateCheckSeconds: number;
  /** Makes the task id of a card another one, since WeCom takes each but once (protocol §4.3). */
  readonly part?: string;
}

/**
 * The body of a `message/send` (protocol §4.2), with the place of its recipients left empty, so that it
 * can be kept without writing a thousand names once more. The same request always gives the same text,
 * and every one asks WeCom to drop repeats: so a request may be sent again whenever its answer was lost,
 * byte for byte, without reaching anybody twice.
 */
export function encodeSend(request: SendRequest): string {
  const { touser, message, agentId, duplicateCheckSeconds, part } = request;
  if (!touserForm.test(touser)) {
    throw new Fault('encoding a message', 'address 1 to 1,000 userids of letters, digits and _ - . @ a call');
  }
  if (!(duplicateCheckSeconds >= 1 && duplicateCheckSeconds <= 14_400)) {
    throw new Fault('encoding a message', 'check for duplicates over 1 to 14,400 seconds');
  }
  return JSON.stringify({
    touser: '',
    agentid: agentId,
    ...(part === undefined ? message : withTaskId(message, part)),
    enable_duplicate_check: 1,
    duplicate_check_interval: duplicateCheckSeconds,
  });
}

/** The body as it goes over the wire: `encodeSend` puts the place of the recipients first. */
export function addressed(encoded: string, touser: string): string {
  return encoded.replace('""', () => `"${touser}"`);
}

/** Keeps out `@all`, too. */
const touserForm = /^[A-Za-z0-9][\w.@-]{0,63}(?:\|[A-Za-z0-9][\w.@-]{0,63}){0,999}$/;

function withTaskId(message: Message, part: string): object {
  if (message.msgtype !== 'template_card' || message.template_card.task_id === undefined) return message;
  const { template_card: card } = message;
  return { ...message, template_card: { ...card, task_id: `${card.task_id}_${part}` } };
}
