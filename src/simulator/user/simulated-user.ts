import type { CallbackDelivery } from '../callbacks/delivery.ts';
import type { Exchange } from '../callbacks/exchange.ts';
import { cardTapXml, eventXml, messageXml } from '../callbacks/callback-xml.ts';
import type { CallbackHeader } from '../callbacks/callback-xml.ts';
import { sampleMedia } from '../callbacks/sample-media.ts';
import { attachedMessage, sampleMessage, sampleNames } from '../callbacks/sample-message.ts';
import type { SampleKind } from '../callbacks/sample-message.ts';
import { isPicture } from '../rules/media-file.ts';
import type { Corp } from '../state/corp.ts';
import { newMessageId } from '../state/message-id.ts';
import type { Reach, SimulatedPerson } from '../state/people.ts';
import type { MessageContent, ShownMessage } from '../state/shown-message.ts';
import { cdata } from '../xml/build-xml.ts';
import { findMenuTap } from './find-menu-tap.ts';
import { findTap } from './find-tap.ts';
import type { TapOptions } from './find-tap.ts';

/** One person with a phone. Everything done here becomes an encrypted callback to the bot. */
export interface SimulatedUser extends SimulatedPerson {
  /** Sends a text; the exchange has the passive answer, if there was one. */
  types(text: string): Promise<Exchange>;
  /**
   * Sends a text and returns all one can read on the answer: on the passive one, whatever else arrives
   * meanwhile, or without one on the first message of the bot from then on.
   */
  says(text: string): Promise<string>;
  /** Sends a ready-made picture, place and so on. */
  sends(kind: SampleKind): Promise<Exchange>;
  /** Sends a file of one's own; one that is a picture goes as a picture. */
  sendsFile(name: string, bytes: Buffer): Promise<Exchange>;
  /** Taps a button, submit button or menu entry of a card by its label or key. */
  taps(labelOrKey: string, options?: TapOptions): Promise<Exchange>;
  /** Opens the chat; reported only while the app wants to know (isreportenter). */
  opens(): Promise<Exchange>;
  /** Taps an entry of the app's menu, by its name, key or address. */
  clicksMenu(nameOrKey: string): Promise<Exchange>;
  /** Waits until the phone shows a message of the bot with this text on it, or any that fits; the newest. */
  sees(wanted: string | ((message: ShownMessage) => boolean)): Promise<ShownMessage>;
  /** Waits until the phone shows a file of the bot with this in its name, and opens the newest. */
  opensFile(wanted: string): Promise<OpenedFile>;
  /** Enters or leaves the visible range and so on; WeCom reports it as subscribe or unsubscribe. */
  becomes(reach: Reach): Promise<Exchange>;
  /** What the phone shows, in order. */
  messages(): readonly ShownMessage[];
  lastMessage(): ShownMessage | undefined;
}

/** A file as the phone loads it. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a user needs from the rest of the simulator. */
export interface UserSurroundings {
  readonly corp: Corp;
  readonly delivery: CallbackDelivery;
  readonly nextMsgId: () => string;
}

const NOT_DELIVERED: Exchange = { xml: '', attempts: [], status: null, reply: null, answer: null };

export function createSimulatedUser(
  person: SimulatedPerson,
  { corp, delivery, nextMsgId }: UserSurroundings,
): SimulatedUser {
  const { userid } = person;

  function header(at: number = corp.clock.now()): CallbackHeader {
    const { corpId, agentId } = corp.credentials;
    return { corpId, agentId, userid, at };
  }

  /**
   * Events have no id, so two that are alike within one second are one event to any bot (protocol
   * §1.8). No hand is that fast, but a frozen clock is: the second one is dated a second later.
   */
  function deliverEvent(event: string, key: string, ...elements: readonly string[]): Promise<Exchange> {
    let at = corp.clock.now();
    while (delivery.knows(eventXml(header(at), event, key, ...elements))) at += 1000;
    return delivery.deliver(eventXml(header(at), event, key, ...elements));
  }

  function requireAccess(): void {
    const reach = corp.people.reachOf(userid);
    if (reach === 'invisible' || reach === 'disabled') throw new Error(`${userid} does not see the app`);
  }

  function show(content: MessageContent): string {
    requireAccess();
    const id = newMessageId();
    corp.conversations.show({ id, at: corp.clock.now(), from: 'person', content }, [userid]);
    return id;
  }

  function sendText(text: string): Promise<Exchange> {
    return delivery.deliver(messageXml(header(), 'text', nextMsgId(), cdata('Content', text)));
  }

  function messages(): readonly ShownMessage[] {
    return corp.conversations.of(userid);
  }

  return {
    ...person,
    messages,
    lastMessage: () => messages().at(-1),

    async types(text) {
      show({ kind: 'text', text });
      return sendText(text);
    },

    async says(text) {
      const id = show({ kind: 'text', text });
      const { status, answer } = await sendText(text);
      if (status !== 200) throw new Error(`the bot answered ${text} with HTTP status ${status ?? 'none'}`);
      if (answer !== null) return answer;

      const sent = await corp.changes.waitFor(
        () => {
          const all = messages();
          return all.slice(all.findIndex((message) => message.id === id)).find(({ from }) => from === 'bot');
        },
        () => `an answer to ${userid}, who said ${text}`,
      );
      return sent.text;
    },

    async sends(kind) {
      requireAccess();
      const hasFile = kind !== 'location' && kind !== 'link';
      const media = hasFile ? await corp.media.put(kind, sampleNames[kind], sampleMedia(kind)) : undefined;

      const { content, elements } = sampleMessage(kind, media?.id ?? '');
      show(content);
      return delivery.deliver(messageXml(header(), kind, nextMsgId(), ...elements));
    },

    async sendsFile(name, bytes) {
      requireAccess();
      const kind = isPicture(bytes) ? 'image' : 'file';
      const { id } = await corp.media.put(kind, name, bytes);
      const { content, elements } = attachedMessage(kind, id, name, bytes.length);
      show(content);
      return delivery.deliver(messageXml(header(), kind, nextMsgId(), ...elements));
    },

    async taps(labelOrKey, options = {}) {
      requireAccess();
      const { messageId, ...tap } = findTap(messages(), labelOrKey, options);

      const sent = corp.conversations.find(messageId)?.content;
      const taskId = sent?.kind === 'card' ? (sent.card.task_id ?? '') : '';
      const responseCode = corp.cards.issueCode(messageId);
      return delivery.deliver(cardTapXml(header(), { ...tap, taskId, responseCode }));
    },

    async opens() {
      requireAccess();
      if (corp.agent.isreportenter === 0) return NOT_DELIVERED;
      return deliverEvent('enter_agent', '');
    },

    async clicksMenu(nameOrKey) {
      requireAccess();
      const tap = findMenuTap(corp.menu, nameOrKey);
      return deliverEvent(tap.event, tap.key, ...tap.elements);
    },

    sees(wanted) {
      const fits =
        typeof wanted === 'string'
          ? ({ from, text }: ShownMessage) => from === 'bot' && text.includes(wanted)
          : wanted;
      const what = typeof wanted === 'string' ? wanted : 'something that fits';
      return corp.changes.waitFor(
        () => messages().findLast(fits),
        () => `${userid} to see ${what}; the phone shows last: ${messages().at(-1)?.text ?? 'nothing'}`,
      );
    },

    async opensFile(wanted) {
      const { mediaId, name } = await corp.changes.waitFor(
        () =>
          messages()
            .flatMap(filesFromTheBot)
            .findLast((file) => file.name.includes(wanted)),
        () =>
          `${userid} to get a file ${wanted}; the phone shows last: ${messages().at(-1)?.text ?? 'nothing'}`,
      );
      const bytes = await corp.media.read(mediaId);
      if (bytes === undefined) throw new Error(`the three days of the file ${name} are over`);
      return { name, bytes };
    },

    async becomes(reach) {
      const sawTheApp = seesTheApp(corp.people.reachOf(userid));
      corp.people.setReach(userid, reach);
      corp.changes.announce({ kind: 'people' });

      if (sawTheApp === seesTheApp(reach)) return NOT_DELIVERED;
      return deliverEvent(sawTheApp ? 'unsubscribe' : 'subscribe', '');
    },
  };
}

function filesFromTheBot({ from, content }: ShownMessage) {
  return from === 'bot' && content.kind === 'file' ? [content] : [];
}

function seesTheApp(reach: Reach): boolean {
  return reach === 'visible' || reach === 'unlicensed';
}
