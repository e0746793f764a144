import type { MeetingType } from '../library/meeting-type.ts';

/** The kind of meeting that a text names, and what is left around its words. */
export interface NamedType {
  readonly type: MeetingType;
  /** As it was called, without what was stuck in front of it: 党员大会, 第四季度党员大会, 党员大会（扩大）. */
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Finds what kind of meeting is meant: a word that stands by itself before one inside another (布置培训计划
 * calls no training), the agenda last. `takenOut` says what in front of the word is no part of its title.
 */
export function findType(
  text: string,
  types: readonly MeetingType[],
  takenOut: (words: string) => string,
): NamedType | undefined {
  const [best] = types
    .flatMap((type) => [type.name, ...type.aliases].flatMap((word) => placesOf(word, type, text)))
    .toSorted((a, b) => b.weight - a.weight || b.word.length - a.word.length || a.start - b.start);
  if (best === undefined) return undefined;

  const { type, word, start } = best;
  const glued = /[^\s,，。;；:：、@＠]*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const behind = /^[（(][^\s（()）]{1,8}[）)]/u.exec(text.slice(start + word.length))?.[0] ?? '';
  const prefix = titlePrefix(takenOut(glued));
  const title = prefix === '' ? type.name : prefix + word;
  return {
    type,
    title: title + behind,
    before: text.slice(0, start - prefix.length),
    after: text.slice(start + word.length + behind.length),
  };
}

interface Place {
  readonly type: MeetingType;
  readonly word: string;
  readonly start: number;
  readonly weight: number;
}

function placesOf(word: string, type: MeetingType, text: string): readonly Place[] {
  return startsOf(word, text).flatMap((start) => {
    const [before, behind] = [text.slice(0, start), text.slice(start + word.length)];
    if (notAMeeting.test(behind) || spokenAbout.test(before)) return [];
    const standsAlone = /(?:^|[\s,，。;；:：、）)]|召开|举行|举办|组织|开)$/u.test(before);
    const endsAlone = /^(?:$|[\s,，。;；:：、（(])/u.test(behind);
    const isAgenda = /[;；]/u.test(before);
    const weight = (standsAlone ? 4 : 0) + (endsAlone ? 2 : 0) - (isAgenda ? 8 : 0);
    return weight < leastWeight ? [] : [{ type, word, start, weight }];
  });
}

function startsOf(word: string, text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) starts.push(at);
  return starts;
}

/** 会议室 and 培训计划 are no meetings. */
const notAMeeting =
  /^(?:室|厅|中心|大楼|计划|方案|精神|材料|制度|情况|工作|安排|记录|纪要|通知|的|时间|地点|议题|议程|主题)/u;

/** 布置党课 and 总结主题党日 are items of an agenda. */
const spokenAbout =
  /(?:总结|研究|布置|部署|讨论|通报|学习|传达|汇报|筹备|准备|安排|开好|关于|筹划|商量|组织好)[^\s,，。;；]{0,8}$/u;

/** An item behind the first `；` that is nothing but the word may still be meant. */
const leastWeight = -2;

/** 召开第四季度党员大会 is called 第四季度党员大会. */
function titlePrefix(words: string): string {
  const prefix = words
    .replace(/^.*(?:召开|举行|举办|组织|开展|参加|开)/u, '')
    .replace(/^(?:(?:本|我们?)?(?:支部|小组|总支)(?:的)?|一[个次场]|[个次场]|全体|(?:本|我们?)$)/u, '');
  return [...prefix].length > longestPrefix || /^[-\d~]*$/u.test(prefix) ? '' : prefix;
}

const longestPrefix = 8;
