import type { Changes } from './changes.ts';
import { readableText } from './readable-text.ts';
import type { CardContent, MessageContent, ShownMessage } from './shown-message.ts';

/** How many messages one phone keeps. */
const LONGEST = 500;

/** One message as it was sent; each phone that has it may see its card in a state of its own. */
export interface SentMessage {
  readonly id: string;
  readonly at: number;
  readonly from: 'person' | 'bot';
  readonly content: MessageContent;
  /** The userids, in lower case, of the phones that have it. */
  readonly holders: Set<string>;
}

interface PhoneLine {
  readonly message: SentMessage;
  /** What this phone shows instead, after the card was updated. */
  card?: CardContent;
}

/** A line of a phone as it is kept over a restart. */
export interface SavedLine {
  readonly messageId: string;
  readonly card?: CardContent | undefined;
}

/** What every phone shows. Userids are compared without regard to case. */
export interface Conversations {
  /** Puts a message on these phones. */
  show(message: Omit<SentMessage, 'holders'>, userids: readonly string[]): SentMessage;
  /** Changes what one phone shows of a card; does nothing where there is no such card. */
  changeCard(messageId: string, userid: string, change: (present: CardContent) => CardContent): void;
  /** Takes a message off every phone. */
  remove(messageId: string): void;
  find(messageId: string): SentMessage | undefined;
  of(userid: string): readonly ShownMessage[];
  save(): { messages: Omit<SentMessage, 'holders'>[]; phones: Record<string, SavedLine[]> };
}

export function createConversations(
  changes: Changes,
  saved?: {
    messages: readonly Omit<SentMessage, 'holders'>[];
    phones: Readonly<Record<string, readonly SavedLine[]>>;
  },
): Conversations {
  const messages = new Map<string, SentMessage>();
  const phones = new Map<string, PhoneLine[]>();

  for (const message of saved?.messages ?? []) messages.set(message.id, { ...message, holders: new Set() });
  for (const [userid, lines] of Object.entries(saved?.phones ?? {})) {
    for (const line of lines) {
      const message = messages.get(line.messageId);
      if (message === undefined) continue;
      message.holders.add(userid);
      phoneOf(userid).push(line.card === undefined ? { message } : { message, card: line.card });
    }
  }

  function phoneOf(userid: string): PhoneLine[] {
    const key = userid.toLowerCase();
    const phone = phones.get(key) ?? [];
    phones.set(key, phone);
    return phone;
  }

  function drop(phone: PhoneLine[], userid: string, index: number): void {
    const [line] = phone.splice(index, 1);
    if (line === undefined) return;
    line.message.holders.delete(userid.toLowerCase());
    if (line.message.holders.size === 0) messages.delete(line.message.id);
  }

  return {
    show(sent, userids) {
      const message = { ...sent, holders: new Set(userids.map((userid) => userid.toLowerCase())) };
      messages.set(message.id, message);

      for (const userid of userids) {
        const phone = phoneOf(userid);
        phone.push({ message });
        if (phone.length > LONGEST) drop(phone, userid, 0);
        changes.announce({ kind: 'message', userid, message: shown({ message }), isNew: true });
      }
      return message;
    },

    changeCard(messageId, userid, change) {
      const line = phoneOf(userid).find(({ message }) => message.id === messageId);
      const present = line?.card ?? line?.message.content;
      if (line === undefined || present?.kind !== 'card') return;

      line.card = change(present);
      changes.announce({ kind: 'message', userid, message: shown(line), isNew: false });
    },

    remove(messageId) {
      for (const userid of messages.get(messageId)?.holders ?? []) {
        const phone = phoneOf(userid);
        drop(
          phone,
          userid,
          phone.findIndex(({ message }) => message.id === messageId),
        );
        changes.announce({ kind: 'removed', userid, messageId });
      }
    },

    find: (messageId) => messages.get(messageId),

    of: (userid) => phoneOf(userid).map(shown),

    save: () => ({
      messages: [...messages.values()].map(({ id, at, from, content }) => ({ id, at, from, content })),
      phones: Object.fromEntries(
        [...phones].map(([userid, lines]) => [
          userid,
          lines.map(({ message, card }) => ({ messageId: message.id, card })),
        ]),
      ),
    }),
  };
}

function shown({ message: { id, at, from, content }, card }: PhoneLine): ShownMessage {
  const visible = card ?? content;
  return { id, at, from, content: visible, text: readableText(visible) };
}
