import { Refusal } from '../errors.ts';
import { quoted } from '../wording/quoted.ts';
import { readPlace } from './place-number.ts';

/** The words after `测试 1`. */
export type Request =
  | Wish
  /** Who took it; for the secretary of a branch. */
  | { readonly kind: 'names' };

/** What somebody wants to do with a paper. */
export type Wish =
  /** `open`: nothing was said, so start, go on or see the result, whichever it is time for. */
  | { readonly kind: 'open' | 'start' | 'resume' | 'again' | 'result' }
  | { readonly kind: 'explain'; readonly page: number }
  | { readonly kind: 'go'; readonly move: Move }
  /** An answer to a certain question, as the buttons of its card give it. */
  | { readonly kind: 'answer'; readonly place: number; readonly try?: number; readonly words: string };

export type Move = 'previous' | 'next' | 'skip' | { readonly place: number };

/** Throws a Refusal with examples. */
export function readRequest(text: string): Request {
  const words = text.normalize('NFKC').trim();
  const known = requests.get(words);
  if (known !== undefined) return known;
  const page = /^解析 ?(\d{1,3})$/u.exec(words)?.[1];
  if (page !== undefined) return { kind: 'explain', page: Number(page) };
  const move = readMove(words);
  if (move !== undefined) return { kind: 'go', move };
  const { place, answer, number } = answering.exec(words)?.groups ?? {};
  if (place !== undefined && answer !== undefined) {
    return {
      kind: 'answer',
      place: Number(place),
      words: answer,
      ...(number === undefined ? {} : { try: Number(number) }),
    };
  }
  throw new Refusal(`没有看懂${quoted(words)}。可以发：测试 1 · 测试 1 第5题 · 测试 1 解析`);
}

/** 上一题, 跳过, `第 5 题`: words that move about in a paper; `undefined` when they mean something else. */
export function readMove(text: string): Move | undefined {
  const words = text.normalize('NFKC').replaceAll(/[\s。.]/gu, '');
  const known = moves.get(words);
  if (known !== undefined) return known;
  const place = readPlace(/^第?(.{1,3})题$/u.exec(words)?.[1] ?? '');
  return place === undefined ? undefined : { place };
}

const requests: ReadonlyMap<string, Request> = new Map<string, Request>([
  ['', { kind: 'open' }],
  ['开始', { kind: 'start' }],
  ['继续', { kind: 'resume' }],
  ...['再做', '再做一次', '重做', '重新做'].map((words) => [words, { kind: 'again' }] as const),
  ...['结果', '看结果', '成绩', '我的结果'].map((words) => [words, { kind: 'result' }] as const),
  ['名单', { kind: 'names' }],
  ...['解析', '看解析'].map((words) => [words, { kind: 'explain', page: 1 }] as const),
]);

const moves: ReadonlyMap<string, Move> = new Map([
  ...['上一题', '上一道', '上题', '前一题', '返回'].map((word) => [word, 'previous'] as const),
  ...['下一题', '下一道', '下题'].map((word) => [word, 'next'] as const),
  ...['跳过', '先跳过', '不会'].map((word) => [word, 'skip'] as const),
]);

const answering = /^第 ?(?<place>\d{1,3}) ?题 (?<answer>.+?)(?: 第(?<number>\d{1,4})次)?$/su;
