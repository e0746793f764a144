import type { CardSelection } from './card-selections.ts';

/**
 * What a member, or WeCom itself, told the app (protocol §2), with every value checked. Names are ours
 * where WeCom's are irregular; ids and texts are as they were sent.
 */
export type Incoming =
  | TextMessage
  | ImageMessage
  | VoiceMessage
  | VideoMessage
  | LocationMessage
  | LinkMessage
  | FileMessage
  | EnterAgent
  | MenuClick
  | MenuView
  | RangeChange
  | Position
  | CardTap
  | CardMenuTap
  | OtherEvent;

/** A type the protocol reference does not know, or one that lacks what it should have. */
export interface UnknownIncoming {
  readonly kind: 'unknown';
  /** `MsgType`, for an event followed by `/` and its name; for the log, at most 80 characters. */
  readonly type: string;
}

export interface Delivery {
  /**
   * The same for every repeat of one delivery, different for everything else (protocol §1.8): letters,
   * digits, `-` and `_`, at most 48 of them.
   */
  readonly identity: string;
  /** Userid of the member as it was sent; compare it without regard to case. `sys` for WeCom itself. */
  readonly from: string;
  /** WeCom's own, signed time: milliseconds since the epoch, in whole seconds. */
  readonly createdAt: number;
  /** The app it went to; some system events name none. */
  readonly agentId: number | undefined;
}

export interface TextMessage extends Delivery {
  readonly kind: 'text';
  readonly content: string;
}

/** Media are kept by WeCom for three days under their `mediaId`. */
export interface ImageMessage extends Delivery {
  readonly kind: 'image';
  readonly mediaId: string;
}

export interface VoiceMessage extends Delivery {
  readonly kind: 'voice';
  readonly mediaId: string;
}

export interface VideoMessage extends Delivery {
  readonly kind: 'video';
  readonly mediaId: string;
}

export interface LocationMessage extends Delivery {
  readonly kind: 'location';
  /** In degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly label: string;
}

export interface LinkMessage extends Delivery {
  readonly kind: 'link';
  readonly title: string;
  readonly url: string;
}

/** Not in the official list of messages, but seen; sometimes without anything to fetch it by. */
export interface FileMessage extends Delivery {
  readonly kind: 'file';
  readonly mediaId: string | undefined;
  readonly name: string | undefined;
}

/** The member opened the chat with the app. */
export interface EnterAgent extends Delivery {
  readonly kind: 'enterAgent';
}

/** A menu entry of type click. */
export interface MenuClick extends Delivery {
  readonly kind: 'click';
  readonly key: string;
}

/** A menu entry that opens a page. */
export interface MenuView extends Delivery {
  readonly kind: 'view';
  readonly url: string;
}

/** The member came into the app's visible range or left it. */
export interface RangeChange extends Delivery {
  readonly kind: 'subscribe' | 'unsubscribe';
}

/** Where the member is, reported on entering the chat. */
export interface Position extends Delivery {
  readonly kind: 'position';
  /** In degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** A tap on a card's button. Every tap arrives, also repeated ones. */
export interface CardTap extends Delivery {
  readonly kind: 'cardTap';
  readonly key: string;
  readonly taskId: string;
  readonly cardType: string;
  /** Allows one update of the card, for 72 hours. */
  readonly responseCode: string;
  readonly selections: readonly CardSelection[];
}

/** A tap in the menu at the top right of a card. */
export interface CardMenuTap extends Delivery {
  readonly kind: 'cardMenuTap';
  readonly key: string;
  readonly taskId: string;
  readonly cardType: string;
  readonly responseCode: string;
}

/** An event the product only takes note of. */
export interface OtherEvent extends Delivery {
  readonly kind: 'otherEvent';
  /** WeCom's name of it in lower case. */
  readonly event: OtherEventName;
  /** The texts of its elements by their path below the root, such as `BatchJob/JobId`, in document order. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Protocol §2.2, in its order. */
export const otherEventNames = [
  'view_miniprogram',
  'scancode_push',
  'scancode_waitmsg',
  'pic_sysphoto',
  'pic_photo_or_album',
  'pic_weixin',
  'location_select',
  'batch_job_result',
  'change_contact',
  'share_agent_change',
  'share_chain_change',
  'open_approval_change',
  'sys_approval_change',
  'inactive_alert',
  'low_active_alert',
  'close_inactive_agent',
  'low_active',
  'active_restored',
  'reopen_inactive_agent',
  'add_schedule',
  'modify_schedule',
  'delete_schedule',
  'respond_schedule',
  'modify_calendar',
  'delete_calendar',
  'taskcard_click',
] as const;

export type OtherEventName = (typeof otherEventNames)[number];
