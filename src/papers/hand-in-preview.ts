import type { Card } from '../chat/card.ts';
import type { OpenTry } from './handing-in.ts';
import { placeRanges } from './place-ranges.ts';
import { unanswered } from './sheet.ts';

/** 交卷: what is not answered yet, before it is too late to change. */
export function handInPreview({ paper: { number, name }, attempt }: OpenTry): Card {
  const { length } = attempt.answers;
  const open = unanswered(attempt);
  const [first] = open;
  if (first === undefined) {
    return {
      title: `测试 ${number} 交卷`,
      note: name,
      body: `${length} 题都答了。交卷后不能再改。`,
      buttons: [],
    };
  }
  return {
    title: `测试 ${number} 交卷`,
    note: name,
    body: `答了 ${length - open.length}/${length}，没有答的 ${open.length} 题：${placesWords(open)}。交卷后不能再改。`,
    buttons: [{ label: '回去答', line: `测试 ${number} 第${first}题` }],
  };
}

/** A few ranges say more than a card has room for: every second question of a hundred. */
function placesWords(places: readonly number[]): string {
  const words = placeRanges(places);
  if (words.length <= mostCharacters) return `第 ${words} 题`;
  return `第 ${placeRanges(places.slice(0, 10))} 题等`;
}

const mostCharacters = 50;
