import { built, misbuilt } from '../built.ts';
import {
  actionMenuBlock,
  jumpList,
  quoteBlock,
  factList,
  sourceBlock,
  type ActionMenu,
  type Jump,
  type Quote,
  type Fact,
  type Source,
} from './blocks.ts';
import { optionalText } from './card-text.ts';
import { taskId } from './identifiers.ts';
import { linkFields, type Link } from './link.ts';

/** A card to read. It calls back only through its menu, and then needs a `taskId`. */
export interface TextNoticeParts {
  /** At most 36 characters. This or `body` is needed. */
  readonly title?: string | undefined;
  /** At most 44 characters. */
  readonly note?: string | undefined;
  /** At most 160 characters. */
  readonly body?: string | undefined;
  /** A figure shown large, of at most 14 characters, with at most 22 below it. */
  readonly figure?: { readonly value: string; readonly note?: string };
  /** Where a tap on the card leads. */
  readonly link: Link;
  readonly source?: Source | undefined;
  readonly quote?: Quote | undefined;
  /** At most 6. */
  readonly facts?: readonly Fact[] | undefined;
  /** At most 3. */
  readonly jumps?: readonly Jump[] | undefined;
  /** At most 3 actions. */
  readonly menu?: ActionMenu | undefined;
  readonly taskId?: string | undefined;
}

/** Builds a `text_notice` (protocol §4.3). Texts are cut to fit; a Fault for what cannot be cut. */
export function textNotice(parts: TextNoticeParts) {
  const title = optionalText(parts.title, 36);
  const body = optionalText(parts.body, 160);
  if (title === undefined && body === undefined) misbuilt('a text notice', 'give it a title or a body');
  if (parts.menu !== undefined && parts.taskId === undefined) {
    misbuilt('a text notice', 'a menu needs a task id');
  }

  return built({
    card_type: 'text_notice' as const,
    source: sourceBlock(parts.source),
    action_menu: actionMenuBlock(parts.menu),
    main_title: { title, desc: optionalText(parts.note, 44) },
    quote_area: quoteBlock(parts.quote),
    emphasis_content: parts.figure && {
      title: optionalText(parts.figure.value, 14),
      desc: optionalText(parts.figure.note, 22),
    },
    sub_title_text: body,
    horizontal_content_list: factList(parts.facts),
    jump_list: jumpList(parts.jumps),
    card_action: linkFields(parts.link),
    task_id: parts.taskId === undefined ? undefined : taskId(parts.taskId),
  });
}
