import { bare, cdata, group } from '../xml/build-xml.ts';
import type { CardType } from '../wire/template-card.ts';

/** What every callback says about itself (protocol §2). */
export interface CallbackHeader {
  readonly corpId: string;
  readonly agentId: number;
  readonly userid: string;
  /** Milliseconds since the Unix epoch; the wire has seconds. */
  readonly at: number;
}

/** The answers to one question of a card. */
export interface ChosenOptions {
  readonly questionKey: string;
  readonly optionIds: readonly string[];
}

/** What a tap on a card tells the bot (protocol §2.3). */
export interface CardTap {
  readonly event: 'template_card_event' | 'template_card_menu_event';
  readonly key: string;
  readonly taskId: string;
  readonly cardType: CardType;
  readonly responseCode: string;
  readonly chosen: readonly ChosenOptions[];
}

/** A message of the person; `elements` are those of its type (protocol §2.1). */
export function messageXml(
  header: CallbackHeader,
  type: string,
  messageId: string,
  ...elements: readonly string[]
): string {
  return group('xml', ...opening(header, type), ...elements, bare('MsgId', messageId), closing(header));
}

/** An event (protocol §2.2); `elements` are those beyond EventKey. */
export function eventXml(
  header: CallbackHeader,
  event: string,
  key: string,
  ...elements: readonly string[]
): string {
  return group(
    'xml',
    ...opening(header, 'event'),
    cdata('Event', event),
    cdata('EventKey', key),
    ...elements,
    closing(header),
  );
}

/** A tap on a card's button, its submit button or its menu. */
export function cardTapXml(header: CallbackHeader, tap: CardTap): string {
  const selected = tap.chosen.map(({ questionKey, optionIds }) =>
    group(
      'SelectedItem',
      cdata('QuestionKey', questionKey),
      group('OptionIds', ...optionIds.map((id) => cdata('OptionId', id))),
    ),
  );

  return group(
    'xml',
    ...opening(header, 'event'),
    cdata('Event', tap.event),
    cdata('EventKey', tap.key),
    cdata('TaskId', tap.taskId),
    cdata('CardType', tap.cardType),
    cdata('ResponseCode', tap.responseCode),
    closing(header),
    ...(selected.length > 0 ? [group('SelectedItems', ...selected)] : []),
  );
}

function opening(header: CallbackHeader, type: string): readonly string[] {
  return [
    cdata('ToUserName', header.corpId),
    cdata('FromUserName', header.userid),
    bare('CreateTime', Math.floor(header.at / 1000)),
    cdata('MsgType', type),
  ];
}

function closing(header: CallbackHeader): string {
  return bare('AgentID', header.agentId);
}
