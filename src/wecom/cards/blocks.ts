import { misbuilt } from '../built.ts';
import { webAddress } from '../web-address.ts';
import { cardText, optionalText, requiredText } from './card-text.ts';
import { allDifferent, eventKey } from './identifiers.ts';
import { linkFields, type Link } from './link.ts';

/** Who sends the card: a small line above the title. */
export interface Source {
  readonly name: string;
  readonly iconUrl?: string | undefined;
  readonly colour?: 'grey' | 'black' | 'red' | 'green' | undefined;
}

/** A cited text with a bar at its side. */
export interface Quote {
  readonly title?: string | undefined;
  readonly text: string;
  readonly link?: Link | undefined;
}

/** A label of at most 5 characters and a value of at most 30; the value may lead somewhere. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly opens?:
    | { readonly url: string }
    | { readonly mediaId: string }
    | { readonly userid: string }
    | undefined;
}

/** A line at the foot of the card that leads somewhere. */
export interface Jump {
  readonly title: string;
  readonly link: Link;
}

/** The menu behind the three dots at the top right; each tap arrives as `template_card_menu_event`. */
export interface ActionMenu {
  readonly hint: string;
  readonly actions: readonly { readonly text: string; readonly key: string }[];
}

const colours = { grey: 0, black: 1, red: 2, green: 3 } as const;

export function sourceBlock(source: Source | undefined) {
  if (source === undefined) return undefined;
  const { colour = 'grey' } = source;
  return { ...colourlessSource(source), desc_color: colours[colour] };
}

/** Vote and selection cards know no colour. */
export function colourlessSource({ name, iconUrl }: Omit<Source, 'colour'>) {
  return { icon_url: iconUrl === undefined ? undefined : webAddress(iconUrl), desc: cardText(name, 20) };
}

export function quoteBlock(quote: Quote | undefined) {
  if (quote === undefined) return undefined;
  return {
    ...(quote.link === undefined ? { type: 0 as const } : linkFields(quote.link)),
    title: optionalText(quote.title, quoteTitleLimit),
    quote_text: cardText(quote.text, quoteTextLimit),
  };
}

export function factList(facts: readonly Fact[] = []) {
  atMost(6, facts, 'facts');
  if (facts.length === 0) return undefined;
  return facts.map(({ label, value, opens }) => ({
    ...factTarget(opens),
    keyname: requiredText(label, 5, 'fact label'),
    value: cardText(value, 30),
  }));
}

export function jumpList(jumps: readonly Jump[] = []) {
  atMost(3, jumps, 'jumps');
  if (jumps.length === 0) return undefined;
  return jumps.map(({ title, link }) => ({ ...linkFields(link), title: requiredText(title, 18, 'jump') }));
}

export function actionMenuBlock(menu: ActionMenu | undefined) {
  if (menu === undefined) return undefined;
  atMost(3, menu.actions, 'menu actions');
  if (menu.actions.length === 0) misbuilt('a card', 'give its menu an action');
  allDifferent(menu.actions.map((action) => action.key));
  return {
    desc: cardText(menu.hint, menuTextLimit),
    action_list: menu.actions.map(({ text, key }) => ({
      text: requiredText(text, menuTextLimit, 'menu action'),
      key: eventKey(key),
    })),
  };
}

/** Refuses a list that WeCom would refuse: leaving entries out silently would hide them. */
export function atMost(limit: number, list: readonly unknown[], what: string): void {
  if (list.length > limit) misbuilt('a card', `give it at most ${limit} ${what}`);
}

// The protocol reference states no limit for these; what fits on a phone's screen without pushing the
// buttons off it.
const quoteTitleLimit = 36;
const quoteTextLimit = 160;
const menuTextLimit = 10;

function factTarget(opens: Fact['opens']) {
  if (opens === undefined) return { type: 0 as const };
  if ('url' in opens) return { type: 1 as const, url: webAddress(opens.url) };
  if ('mediaId' in opens) return { type: 2 as const, media_id: opens.mediaId };
  return { type: 3 as const, userid: opens.userid };
}
