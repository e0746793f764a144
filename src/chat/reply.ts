import type { OutboxEntry } from '../delivery/outbox-entry.ts';
import { replaceButton, replaceCard } from '../wecom/card-update.ts';
import { markdown, text, type Message } from '../wecom/message.ts';
import { splitText } from '../wecom/split-text.ts';
import { withoutMarks } from './plain-markdown.ts';
import type { Answer, PictureAnswer, TappedCard } from './answer.ts';
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

/** A passive text is at most 2,048 bytes long (protocol §3.1). */
const longestPassive = 2048;

export function replyTo(answer: Answer, context: ReplyContext): Reply {
  const { saying, userid, textOnly } = context;
  const tapped = saying.act.kind === 'tapped' ? saying.act : undefined;
  const entries: OutboxEntry[] = [];
  const update = (into: TappedCard): void => {
    if (tapped === undefined) return;
    const id = `${saying.identity}-u`;
    entries.push({
      kind: 'update',
      id,
      responseCode: tapped.responseCode,
      recipients: [userid],
      update: typeof into === 'string' ? replaceButton(into) : replaceCard(templateCard(into, id)),
    });
  };

  const closing =
    context.closing ?? (typeof answer === 'object' && 'closing' in answer ? answer.closing : undefined);
  if (closing !== undefined) update(closing);
  if (typeof answer === 'object' && 'caption' in answer && tapped !== undefined) {
    update(answer.caption);
    return { passive: '', entries };
  }
  if (typeof answer === 'object' && 'picture' in answer) {
    const content = { kind: 'picture', picture: answer.picture } as const;
    const order = { content, instead: text(answer.instead), age: 'any' } as const;
    entries.push({ kind: 'upload', id: `${saying.identity}-a0`, order, recipients: [userid] });
    return { passive: '', entries };
  }

  const withFile = typeof answer === 'object' && 'file' in answer ? fileReply(answer, saying) : undefined;
  const said = withFile?.said ?? spoken(answer, textOnly);
  const canBePassive = tapped === undefined && !context.late;
  let latest: { readonly after?: string } = {};
  let passive = '';
  if (said !== undefined && canBePassive && Buffer.byteLength(said) <= longestPassive) {
    passive = said;
  } else {
    const messages = said === undefined ? [rich(answer, saying)] : splitText(said).map(text);
    for (const [index, message] of messages.entries()) {
      const id = `${saying.identity}-a${index}`;
      entries.push({ kind: 'send', id, message, recipients: [userid], urgency: 'answer', ...latest });
      // The parts of a long answer arrive in their order, and then the file.
      latest = { after: id };
    }
  }
  if (withFile?.entry !== undefined) entries.push({ ...withFile.entry, recipients: [userid], ...latest });
  return { passive, entries };
}

/** Answers that are messages of one kind or another. */
type Said = Exclude<Answer, PictureAnswer>;

/** The answer as a text; `undefined` when it goes out as a card or as Markdown. */
function spoken(answer: Said, textOnly: boolean): string | undefined {
  if (typeof answer === 'string') return answer;
  if ('text' in answer) return answer.text;
  if ('form' in answer) return cardText(answer.card);
  if (!textOnly) return undefined;
  return 'card' in answer ? cardText(answer.card) : withoutMarks(answer.markdown);
}

function rich(answer: Said, saying: Saying): Message {
  if (typeof answer === 'object' && 'card' in answer) return cardMessage(answer.card, `${saying.identity}-c`);
  if (typeof answer === 'object' && 'markdown' in answer) return markdown(answer.markdown);
  throw new TypeError('an answer that is a text was taken for a rich one');
}
