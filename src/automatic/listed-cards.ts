import type { Card, CardInList } from '../chat/card.ts';

/** Dialogues, rule 1: of twelve lines one is the heading, one says how many more there are, one how to answer. */
const mostLines = 8;

/** Dialogues, rule 5. */
const mostButtons = 4;

/** The cards of one sort as one card with a line for each; it stands where the first of them stood. */
export function listedCards(cards: readonly [Card, ...Card[]]): readonly [Card, ...Card[]] {
  const [first, ...others] = cards;
  // Of the others, those before which there is none of their sort.
  const rest = others.filter(
    (card, index) => !cards.slice(0, index + 1).some((one) => isOfOneSort(one, card)),
  );
  return [withItsSort(first, cards), ...rest.map((card) => withItsSort(card, cards))];
}

function isOfOneSort(one: Card, other: Card): boolean {
  return one.listed !== undefined && one.listed.title === other.listed?.title;
}

function withItsSort(card: Card, cards: readonly Card[]): Card {
  const same = cards.filter((one) => isOfOneSort(one, card));
  return card.listed === undefined || same.length === 1 ? card : asList(card.listed, card, same);
}

function asList({ title, all }: CardInList, { note, reply }: Card, cards: readonly Card[]): Card {
  const lines = cards.flatMap(({ listed }) => listed?.line ?? []);
  const more = lines.length - mostLines;
  return {
    title: `${lines.length} ${title}`,
    ...(note !== undefined && cards.every((card) => card.note === note) ? { note } : {}),
    body: [...lines.slice(0, mostLines), ...(more > 0 ? [`……还有 ${more} 件`] : [])].join('\n'),
    buttons: cards.length <= mostButtons ? cards.flatMap(({ buttons }) => buttons) : [all],
    ...(reply === undefined ? {} : { reply }),
  };
}
