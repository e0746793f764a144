import { Refusal } from '../errors.ts';
import { audienceNouns } from '../roster/audience-words.ts';
import { comparable } from '../roster/comparable.ts';
import { peopleCalled } from '../roster/people-called.ts';
import { quoted } from '../wording/quoted.ts';
import type { Roster } from '../roster/roster-view.ts';

/** The words after 名单. */
export type ListOrder =
  | { readonly kind: 'all' }
  | { readonly kind: 'show'; readonly name: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'save'; readonly name: string; readonly audience: string };

/** Reads nothing, `青年骨干`, `青年骨干 = #青年 除 书记` or `青年骨干 删除`. Throws a Refusal with an example. */
export function readListOrder(typed: string): ListOrder {
  const words = typed.trim();
  if (words === '') return { kind: 'all' };

  const { saved, audience } = /^(?<saved>.*?)\s*[=＝:：]\s*(?<audience>.*)$/su.exec(words)?.groups ?? {};
  if (saved !== undefined && audience !== undefined) {
    if (audience === '') throw new Refusal(`还缺名单里是谁。${exampleOf(saved)}`);
    return { kind: 'save', name: saved, audience };
  }
  const removed = /^(.+?)\s+删除$/su.exec(words)?.[1] ?? /^删除\s+(.+)$/su.exec(words)?.[1];
  if (removed !== undefined) return { kind: 'remove', name: removed };
  if (!/\s/u.test(words)) return { kind: 'show', name: words };
  throw new Refusal(`没有看懂${quoted(words)}。${exampleOf(/^\S+/u.exec(words)?.[0] ?? '')}`);
}

/** Throws a Refusal when a list cannot have this name, because something else is meant by it or could be. */
export function checkListName(name: string, roster: Roster): void {
  const length = [...name].length;
  if (length < 2 || length > longestName) {
    throw new Refusal(`名单的名字要 2 到 ${longestName} 个字，${quoted(name)}不行。${exampleOf('')}`);
  }
  const other = /[\s@＠#＃,，、+＋；;（()）]|^\d+$|除/u.exec(name)?.[0];
  if (other !== undefined) {
    throw new Refusal(`名单的名字里不要有空格、标点、@、#、除，也不要全是数字。${exampleOf('')}`);
  }
  if (audienceNouns.some((noun) => noun === comparable(name))) {
    throw new Refusal(`${quoted(name)}已经有固定的意思，请换一个名字。${exampleOf('')}`);
  }
  if (peopleCalled(name, roster.people).length > 0) {
    throw new Refusal(`名册里有人叫${quoted(name)}，请给名单换一个名字。${exampleOf('')}`);
  }
}

/** So that it stands in one line with whom it means. */
const longestName = 12;

function exampleOf(name: string): string {
  return `例如：名单 ${name === '' ? '青年骨干' : name} = #青年,@机关一支部 除 书记`;
}
