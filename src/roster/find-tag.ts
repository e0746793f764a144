import { Refusal } from '../errors.ts';
import { comparable } from './comparable.ts';
import { quoted } from '../wording/quoted.ts';
import type { Roster } from './roster-view.ts';

/** The tag of the roster that a person means. Throws a Refusal that lists the tags there are. */
export function findTag(text: string, roster: Roster): string {
  const tags = [...new Set(roster.people.flatMap((person) => person.tags))];
  const wanted = comparable(text);
  const found = tags.find((tag) => tag === text) ?? tags.find((tag) => comparable(tag) === wanted);
  if (found !== undefined) return found;

  if (tags.length === 0) throw new Refusal('名册里还没有标签。可以发给组织，例如：@组织名称');
  const shown = tags.slice(0, mostTags).map((tag) => `#${tag}`);
  const rest = tags.length > mostTags ? ` 等 ${tags.length} 个` : '';
  throw new Refusal(`没有${quoted(`#${text}`)}这个标签。现有的标签：${shown.join('、')}${rest}。`);
}

const mostTags = 12;
