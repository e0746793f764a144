import { Refusal } from '../errors.ts';
import type { Presence } from './roll-entry.ts';

/** `张三 李四 迟到`: who came, and how if it is said. */
export interface TypedSigning {
  /** At least one. */
  readonly names: readonly string[];
  readonly presence: Presence;
}

/** Reads what follows 代签 7. Throws a Refusal, with an example, when it names nobody or very many. */
export function readSigning(text: string, number: number): TypedSigning {
  const words = text
    .normalize('NFKC')
    .split(/[\s、，,；;]+/u)
    .filter((word) => word !== '');
  const presence = presenceOf[words.at(-1) ?? ''];
  const names = presence === undefined ? words : words.slice(0, -1);
  if (names.length === 0) throw new Refusal(`还缺姓名。例如：代签 ${number} 张三`);
  if (names.length > mostNames) {
    throw new Refusal(`一次最多代签 ${mostNames} 人，这里写了 ${names.length} 个。请分几次发。`);
  }
  return { names, presence: presence ?? 'present' };
}

const presenceOf: Readonly<Record<string, Presence>> = { 迟到: 'late', 线上: 'online', 到会: 'present' };

/** What is to be taken back has to fit on the desk. */
const mostNames = 20;
