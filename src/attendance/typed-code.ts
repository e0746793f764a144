import type { TypedCode } from './attend.ts';

/**
 * A code as people type or dictate it: `4821`, `４８２１`, `4 8 2 1`, `四八二一`, `4821 线上`. `undefined` for
 * what is no number.
 */
export function readCode(text: string): TypedCode | undefined {
  const [, said = '', place] = grammar.exec(text.normalize('NFKC')) ?? [];
  const code = said.replaceAll(/\s/gu, '').replaceAll(/\D/gu, digitOf);
  return code === '' ? undefined : { code, isOnline: place !== undefined };
}

/** The same where only a whole code can be meant: four digits. */
export function readFullCode(text: string): TypedCode | undefined {
  const typed = readCode(text);
  return typed?.code.length === 4 ? typed : undefined;
}

const spelled = '零一二三四五六七八九';
const grammar = /^\s*((?:[\d零〇一二三四五六七八九]\s*){1,8})(线上|在线|视频|远程)?[\s。.]*$/u;

function digitOf(character: string): string {
  return String(spelled.indexOf(character === '〇' ? '零' : character));
}
