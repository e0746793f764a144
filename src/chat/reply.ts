import type { OutboxEntry } from '../delivery/outbox-entry.ts';
import { replaceButton, replaceCard } from '../wecom/card-update.ts';
import { markdown, text, type Message } from '../wecom/message.ts';
import { splitText } from '../wecom/split-text.ts';
import { withoutMarks } from './plain-markdown.ts';
import type { Answer, RichAnswer, TappedCard } from './answer.ts';
import { cardMessage, cardText, templateCard } from './card-message.ts';
import { fileReply } from './file-reply.ts';
import type { Saying } from './saying.ts';

/** How an answer travels: as the passive reply, or as calls that delivery makes. Never both (contract §3). */
export interface Reply {
  readonly passive: string;
  readonly entries: readonly OutboxEntry[];
}

export interface ReplyContext {
  readonly saying: Saying;
  /** The member's userid as the roster spells it. */
  readonly userid: string;
  /** WeCom no longer waits for a passive reply. */
  readonly late: boolean;
  readonly textOnly: boolean;
  /** A tapped preview is closed with this caption, so that it cannot be tapped again. */
  readonly closing: string | undefined;
}

export function replyTo(answer: Answer, context: ReplyContext): Reply {
  const detail = typeof answer === 'string' ? { text: answer } : answer;
  const closing = context.closing ?? ('closing' in detail ? detail.closing : undefined);
  const closed = closing === undefined ? [] : cardUpdate(closing, context);
  if ('caption' in detail && context.saying.act.kind === 'tapped') {
    return { passive: '', entries: [...closed, ...cardUpdate(detail.caption, context)] };
  }
  const { passive, entries } = whatIsSaid(detail, context);
  return { passive, entries: [...closed, ...entries] };
}

/** A text is an answer with nothing but a text. */
type Detail = RichAnswer | { readonly text: string };

/** Changes the card that was tapped, if one was. */
function cardUpdate(into: TappedCard, { saying, userid }: ReplyContext): readonly OutboxEntry[] {
  if (saying.act.kind !== 'tapped') return [];
  const { responseCode } = saying.act;
  const id = `${saying.identity}-u`;
  const update = typeof into === 'string' ? replaceButton(into) : replaceCard(templateCard(into, id));
  return [{ kind: 'update', id, responseCode, recipients: [userid], update }];
}

function whatIsSaid(detail: Detail, context: ReplyContext): Reply {
  const { saying, userid, textOnly } = context;
  if ('picture' in detail) {
    const content = { kind: 'picture', picture: detail.picture } as const;
    const order = { content, instead: text(detail.instead), age: 'any' } as const;
    return sent([{ kind: 'upload', id: `${saying.identity}-a0`, order, recipients: [userid] }]);
  }
  if ('file' in detail) {
    const { said, entry } = fileReply(detail, saying);
    const reply = texts(said, context);
    if (entry === undefined) return reply;
    return {
      ...reply,
      entries: [...reply.entries, { ...entry, recipients: [userid], ...after(reply.entries) }],
    };
  }
  if ('text' in detail) return texts(detail.text, context);
  if ('card' in detail) {
    if (textOnly || 'form' in detail) return texts(cardText(detail.card), context);
    return sent([message(cardMessage(detail.card, `${saying.identity}-c`), [], context)]);
  }
  if (textOnly) return texts(withoutMarks(detail.markdown), context);
  return sent([message(markdown(detail.markdown), [], context)]);
}

function sent(entries: readonly OutboxEntry[]): Reply {
  return { passive: '', entries };
}

/** A text as the passive reply where that is possible, else as messages, one after the other. */
function texts(said: string, context: ReplyContext): Reply {
  const isAwaited = context.saying.act.kind !== 'tapped' && !context.late;
  if (isAwaited && Buffer.byteLength(said) <= longestPassive) return { passive: said, entries: [] };
  const entries: OutboxEntry[] = [];
  for (const part of splitText(said)) entries.push(message(text(part), entries, context));
  return sent(entries);
}

/** A passive text is at most 2,048 bytes long (protocol §3.1). */
const longestPassive = 2048;

/** One more message of an answer, which comes after those before it. */
function message(
  content: Message,
  before: readonly OutboxEntry[],
  { saying, userid }: ReplyContext,
): OutboxEntry {
  const id = `${saying.identity}-a${before.length}`;
  return { kind: 'send', id, message: content, recipients: [userid], urgency: 'answer', ...after(before) };
}

/** What comes next waits for the last of these. */
function after(entries: readonly OutboxEntry[]): { readonly after?: string } {
  const last = entries.at(-1);
  return last === undefined ? {} : { after: last.id };
}
