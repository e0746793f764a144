import { hash } from 'node:crypto';
import * as z from 'zod';
import type { XmlDocument } from './document.ts';
import { readSelections } from './card-selections.ts';
import { textsByPath } from './document-texts.ts';
import { otherEventNames, type Delivery, type Incoming, type UnknownIncoming } from './incoming.ts';

/**
 * Turns a decrypted message into an Incoming. `xml` is the text `document` was parsed from: events have
 * no id of their own, so their identity is a hash of it (protocol §1.8).
 */
export function readIncoming(document: XmlDocument, xml: string): Incoming | UnknownIncoming {
  const type = nameOf(document.fields);
  const frame = frameSchema.safeParse(document.fields).data;
  if (frame === undefined) return { kind: 'unknown', type };

  const { FromUserName, CreateTime, MsgId, AgentID, AgentId } = frame;
  const agent = AgentID || AgentId || '';
  const delivery: Delivery = {
    identity: MsgId ? `m${agent}-${MsgId}` : `e${agent}-${hash('sha256', xml, 'base64url').slice(0, 22)}`,
    from: FromUserName,
    createdAt: Number(CreateTime) * 1000,
    agentId: agent === '' ? undefined : Number(agent),
  };
  return readers.get(type)?.(delivery, document) ?? { kind: 'unknown', type };
}

type Reader = (delivery: Delivery, document: XmlDocument) => Incoming | undefined;

/** `text`, `event/click`: WeCom's own spelling varies between upper and lower case (protocol §2.2). */
function nameOf({ MsgType = '', Event = '' }: { MsgType?: string; Event?: string }): string {
  const type = MsgType.toLowerCase();
  return (type === 'event' ? `event/${Event.toLowerCase()}` : type).slice(0, 80);
}

const agentNumber = z
  .string()
  .regex(/^\d{0,10}$/)
  .optional();
const text = z.string();
const mediaId = z.string().min(1);
const degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,20})?$/)
  .transform(Number);

const frameSchema = z.object({
  FromUserName: z.string().regex(/^[\w.@-]{1,64}$/),
  CreateTime: z.string().regex(/^\d{1,11}$/),
  MsgId: z
    .string()
    .regex(/^\d{0,20}$/)
    .optional(),
  AgentID: agentNumber,
  /** Legacy task cards spell it so. */
  AgentId: agentNumber,
});

const cardFields = z.object({
  EventKey: text,
  TaskId: text.default(''),
  CardType: text.default(''),
  ResponseCode: text.default(''),
});

const readers = new Map<string, Reader>([
  ['text', reader(z.object({ Content: text }), ({ Content }) => ({ kind: 'text', content: Content }))],
  ['image', reader(z.object({ MediaId: mediaId }), ({ MediaId }) => ({ kind: 'image', mediaId: MediaId }))],
  ['voice', reader(z.object({ MediaId: mediaId }), ({ MediaId }) => ({ kind: 'voice', mediaId: MediaId }))],
  ['video', reader(z.object({ MediaId: mediaId }), ({ MediaId }) => ({ kind: 'video', mediaId: MediaId }))],
  [
    'file',
    reader(
      z.object({
        MediaId: mediaId.optional().catch(undefined),
        FileName: mediaId.optional().catch(undefined),
      }),
      ({ MediaId, FileName }) => ({ kind: 'file', mediaId: MediaId, name: FileName }),
    ),
  ],
  [
    'location',
    reader(
      z.object({ Location_X: degrees, Location_Y: degrees, Label: text.default('') }),
      ({ Location_X, Location_Y, Label }) => ({
        kind: 'location',
        latitude: Location_X,
        longitude: Location_Y,
        label: Label,
      }),
    ),
  ],
  [
    'link',
    reader(z.object({ Title: text.default(''), Url: text.default('') }), ({ Title, Url }) => ({
      kind: 'link',
      title: Title,
      url: Url,
    })),
  ],
  ['event/enter_agent', reader(z.object({}), () => ({ kind: 'enterAgent' }))],
  ['event/subscribe', reader(z.object({}), () => ({ kind: 'subscribe' }))],
  ['event/unsubscribe', reader(z.object({}), () => ({ kind: 'unsubscribe' }))],
  ['event/click', reader(z.object({ EventKey: text }), ({ EventKey }) => ({ kind: 'click', key: EventKey }))],
  ['event/view', reader(z.object({ EventKey: text }), ({ EventKey }) => ({ kind: 'view', url: EventKey }))],
  [
    'event/location',
    reader(z.object({ Latitude: degrees, Longitude: degrees }), ({ Latitude, Longitude }) => ({
      kind: 'position',
      latitude: Latitude,
      longitude: Longitude,
    })),
  ],
  [
    'event/template_card_event',
    reader(cardFields, ({ EventKey, TaskId, CardType, ResponseCode }, document) => ({
      kind: 'cardTap',
      key: EventKey,
      taskId: TaskId,
      cardType: CardType,
      responseCode: ResponseCode,
      selections: readSelections(document),
    })),
  ],
  [
    'event/template_card_menu_event',
    reader(cardFields, ({ EventKey, TaskId, CardType, ResponseCode }) => ({
      kind: 'cardMenuTap',
      key: EventKey,
      taskId: TaskId,
      cardType: CardType,
      responseCode: ResponseCode,
    })),
  ],
  ...otherEventNames.map((event): [string, Reader] => [
    `event/${event}`,
    reader(z.object({}), (_, document) => ({ kind: 'otherEvent', event, fields: textsByPath(document) })),
  ]),
]);

/** What a kind of Incoming says beyond what every delivery says. */
type Said = Incoming extends infer Each
  ? Each extends Delivery
    ? Omit<Each, keyof Delivery>
    : never
  : never;

function reader<Schema extends z.ZodObject>(
  schema: Schema,
  said: (values: z.output<Schema>, document: XmlDocument) => Said,
): Reader {
  return (delivery, document) => {
    const values = schema.safeParse(document.fields);
    if (!values.success) return undefined;
    // Not by spreading, which takes a microsecond here.
    return Object.assign(said(values.data, document), delivery);
  };
}
