import type { Card, CardButton } from '../chat/card.ts';
import { listedCards } from './listed-cards.ts';
import { typedReplies } from './typed-replies.ts';
import type { AutomaticPart } from './automatic-part.ts';

/** Contract §4: what falls due within the same hour is one message. In milliseconds. */
const oneHour = 3600_000;

/** Contract §4: one person gets at most three automatic messages a day. */
const automaticPerDay = 3;

/** One message a person is to get now, made of these parts. */
export interface Bundle {
  readonly userid: string;
  readonly parts: readonly AutomaticPart[];
}

/**
 * Which parts go out now: for each person whose first part is due, that one and all others due within
 * an hour of it. Parts that come due within an hour after a message went out wait until that hour is
 * over. People who have had `automaticPerDay` messages today get nothing more today.
 */
export function bundlesDue(
  waiting: readonly AutomaticPart[],
  sent: ReadonlyMap<string, SentToday>,
  now: number,
): readonly Bundle[] {
  const byPerson = new Map<string, AutomaticPart[]>();
  for (const part of waiting) {
    const parts = byPerson.get(part.userid);
    if (parts === undefined) byPerson.set(part.userid, [part]);
    else parts.push(part);
  }
  const bundles: Bundle[] = [];
  for (const [userid, parts] of byPerson) {
    const today = sent.get(userid);
    if (today !== undefined && (today.count >= automaticPerDay || now < today.lastAt + oneHour)) continue;
    if (!parts.some((part) => part.due <= now)) continue;
    const included = parts.filter((part) => part.due < now + oneHour).toSorted((a, b) => a.due - b.due);
    bundles.push({ userid, parts: included });
  }
  return bundles;
}

/** What a person has had today by itself. */
export interface SentToday {
  readonly count: number;
  /** When the last one went out, in milliseconds since the epoch. */
  readonly lastAt: number;
}

/**
 * Several cards as one: the first one's title, then each further title with its text, all buttons; those of
 * one sort are a list. A card with buttons has nothing to tick, so a question of that kind says how to
 * answer it by typing.
 */
export function mergedCard(all: readonly [Card, ...Card[]]): Card {
  const cards = listedCards(all);
  const [first, ...others] = cards;
  if (others.length === 0) return first;
  const sections = [bodyOf(first), ...others.map((card) => [`【${card.title}】`, bodyOf(card)].join('\n'))];
  return {
    title: first.title,
    ...(first.note === undefined ? {} : { note: first.note }),
    body: sections.filter((text) => text !== '').join('\n'),
    buttons: withoutRepeats(cards.flatMap((card) => card.buttons)),
    reply: [...new Set(cards.flatMap(typedReplies))].join('\n'),
  };
}

/** Two cards may offer the same; WeCom takes no key twice. */
function withoutRepeats(buttons: readonly CardButton[]): readonly CardButton[] {
  return [...new Map(buttons.map((button) => [button.line, button])).values()];
}

/** Whether nothing of a card would be cut off: its text has room for 160 characters, and there are six buttons. */
export function fitsOneCard({ body = '', buttons }: Card): boolean {
  return [...body].length <= longestBody && buttons.length <= mostButtons;
}

/** Protocol §4.3. */
const longestBody = 160;
const mostButtons = 6;

function bodyOf({ body = '', facts = [], ticks, reply = '' }: Card): string {
  const rows = facts.map(({ label, value }) => `${label}：${value}`);
  const choices = (ticks?.choices ?? []).map(({ label, value }) => `${label}. ${value}`);
  return [body, ...rows, ...choices, ...(ticks === undefined ? [] : [reply])]
    .filter((text) => text !== '')
    .join('\n');
}
