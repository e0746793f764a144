import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { audienceOf, nobodyText, type Audience } from '../roster/audience.ts';
import { comparable } from '../roster/comparable.ts';
import { withoutPerson } from '../roster/lasting-audience.ts';
import { readAudience } from '../roster/read-audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import { storedRule } from '../roster/stored-audience.ts';
import type { AudienceList } from './audience-list.ts';
import type { AudienceListStore } from './audience-list-store.ts';
import { checkListName, readListOrder } from './list-order.ts';

/** Whom people mean: the one rule for everything that goes to an audience, and the lists saved for it. */
export interface Audiences {
  /**
   * Whom these words mean now, saved lists included. Throws a Refusal when they are not understood, and one
   * that ends in `example` when nobody is meant.
   */
  of(turn: Turn, words: string, example: string): Promise<Audience>;
  /** 名单: saves, shows or deletes a list, as the words say. Throws a Refusal. */
  list(turn: Turn, words: string): Promise<ListOutcome>;
  /** States that a person who has left is in no list any more. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
}

export type ListOutcome =
  | { readonly kind: 'all'; readonly lists: readonly ListedAudience[] }
  | { readonly kind: 'shown' | 'saved' | 'changed' | 'removed'; readonly list: ListedAudience };

/** A list as it is by the roster of now. */
export interface ListedAudience {
  readonly name: string;
  readonly audience: Audience;
  /** What the roster no longer has. */
  readonly missing: readonly string[];
}

export function createAudiences(store: AudienceListStore): Audiences {
  return {
    async of({ roster }, words, example) {
      const rule = readAudience(words, roster, byName(await store.all()));
      const audience = audienceOf(rule, roster);
      if (audience.people.length === 0) throw new Refusal(`${nobodyText(rule, roster)}。${example}`);
      return audience;
    },
    async list({ roster, work }, words) {
      const order = readListOrder(words);
      const all = await store.all();
      if (order.kind === 'all') return { kind: 'all', lists: all.map((list) => listed(list, roster)) };
      const lists = byName(all);
      const former = lists.get(comparable(order.name));
      if (order.kind === 'save') {
        checkListName(order.name, roster);
        const { lasting } = readAudience(order.audience, roster, lists);
        const list = { name: order.name, lasting };
        store.save(work, list, former);
        return { kind: former === undefined ? 'saved' : 'changed', list: listed(list, roster) };
      }
      if (former === undefined) throw new Refusal(unknown(order.name, all));
      if (order.kind === 'remove') store.remove(work, former);
      return { kind: order.kind === 'remove' ? 'removed' : 'shown', list: listed(former, roster) };
    },
    async forget(work, userid) {
      for (const list of await store.all()) {
        const lasting = withoutPerson(list.lasting, userid);
        if (lasting === undefined) store.remove(work, list);
        else if (lasting !== list.lasting) store.save(work, { ...list, lasting }, list);
      }
    },
  };
}

function byName(lists: readonly AudienceList[]): ReadonlyMap<string, AudienceList> {
  return new Map(lists.map((list) => [comparable(list.name), list]));
}

function listed({ name, lasting }: AudienceList, roster: Roster): ListedAudience {
  const rule = storedRule(lasting, roster);
  return { name, audience: audienceOf(rule, roster), missing: rule.missing };
}

function unknown(name: string, lists: readonly AudienceList[]): string {
  const names = lists.map((list) => list.name);
  if (names.length === 0) return '还没有存过名单。例如：名单 青年骨干 = #青年,@机关一支部 除 书记';
  const shown = names.slice(0, mostNames).join('、');
  return `没有叫“${name}”的名单。现有的名单：${shown}${names.length > mostNames ? ` 等 ${names.length} 个` : ''}。`;
}

const mostNames = 12;
