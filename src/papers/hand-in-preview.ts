import type { Card } from '../chat/card.ts';
import type { OpenTry } from './handing-in.ts';
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
  const places = open.length > mostPlaces ? `${open.slice(0, mostPlaces).join('、')} 等` : open.join('、');
  return {
    title: `测试 ${number} 交卷`,
    note: name,
    body: `答了 ${length - open.length}/${length}，没有答的 ${open.length} 题：第 ${places} 题。交卷后不能再改。`,
    buttons: [{ label: '回去答', line: `测试 ${number} 第${first}题` }],
  };
}

const mostPlaces = 10;
