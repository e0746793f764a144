import { built, misbuilt } from '../built.ts';
import { webAddress } from '../web-address.ts';
import {
  actionMenuBlock,
  atMost,
  quoteBlock,
  factList,
  sourceBlock,
  type ActionMenu,
  type Quote,
  type Fact,
  type Source,
} from './blocks.ts';
import { optionalText, requiredText } from './card-text.ts';
import { selectionBlock, type Selection } from './choices.ts';
import { allDifferent, eventKey, taskId } from './identifiers.ts';
import { linkFields, type Link } from './link.ts';

/** A card with 1 to 6 buttons, and perhaps a drop-down question. */
export interface ButtonCardParts {
  /** Unique in the app for ever; comes back with every tap. */
  readonly taskId: string;
  /** At most 36 characters. */
  readonly title: string;
  /** At most 44 characters. */
  readonly note?: string | undefined;
  /** At most 160 characters. */
  readonly body?: string | undefined;
  readonly buttons: readonly Button[];
  readonly selection?: Selection | undefined;
  readonly source?: Source | undefined;
  readonly quote?: Quote | undefined;
  /** At most 6. */
  readonly facts?: readonly Fact[] | undefined;
  /** At most 3 actions. */
  readonly menu?: ActionMenu | undefined;
  /** Where a tap on the card itself leads. */
  readonly link?: Link | undefined;
}

/** A caption of at most 10 characters. The tap comes back as `key`, or opens `url`. */
export type Button = { readonly text: string; readonly style?: ButtonStyle } & (
  | { readonly key: string }
  | { readonly url: string }
);

/** WeCom's four looks; 1, the default, is the main one. */
export type ButtonStyle = 1 | 2 | 3 | 4;

/** Builds a `button_interaction` (protocol §4.3). Texts are cut to fit; a Fault for what cannot be cut. */
export function buttonCard(parts: ButtonCardParts) {
  return built({
    card_type: 'button_interaction' as const,
    source: sourceBlock(parts.source),
    action_menu: actionMenuBlock(parts.menu),
    main_title: { title: requiredText(parts.title, 36, 'title'), desc: optionalText(parts.note, 44) },
    quote_area: quoteBlock(parts.quote),
    sub_title_text: optionalText(parts.body, 160),
    horizontal_content_list: factList(parts.facts),
    card_action: parts.link && linkFields(parts.link),
    task_id: taskId(parts.taskId),
    button_selection: parts.selection && selectionBlock(parts.selection),
    button_list: buttonList(parts.buttons),
  });
}

function buttonList(buttons: readonly Button[]) {
  if (buttons.length === 0) misbuilt('a button card', 'give it a button, or send a text notice');
  atMost(6, buttons, 'buttons');
  allDifferent(buttons.flatMap((button) => ('key' in button ? [button.key] : [])));
  return buttons.map((button) => ({
    ...('key' in button
      ? { type: 0 as const, key: eventKey(button.key) }
      : { type: 1 as const, url: webAddress(button.url) }),
    text: requiredText(button.text, 10, 'button'),
    style: button.style ?? 1,
  }));
}
