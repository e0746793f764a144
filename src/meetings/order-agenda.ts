import { Refusal } from '../errors.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import { quoted } from '../wording/quoted.ts';

/**
 * The items of an agenda: divided by `；` or line breaks, or numbered. Throws a Refusal when there are more,
 * or longer ones, than an invitation can show.
 */
export function readAgenda(text: string): readonly string[] {
  const items = text
    .replace(/^[\s,，、:：]*(?:会议)?(?:议题|议程|内容)\s*[:：]/u, '')
    .split(/[;；\n①-⑩]+|(?:^|\s)(?:\d{1,2}[.．、)）](?!\d)|[一二三四五六七八九十]、)/u)
    .map((item) => item.replaceAll(/^[\s,，、。:：]+|[\s,，、。:：]+$/gu, ''))
    .map((item) => item.replaceAll(/\s+/gu, ' '))
    .filter((item) => item !== '' && !courtesy.test(item));
  if (items.length > mostItems)
    throw new Refusal(`议题有 ${items.length} 项，最多 ${mostItems} 项，请合并几项。`);
  const long = items.find((item) => [...item].length > longestItem);
  if (long !== undefined) {
    throw new Refusal(
      `议题${quoted(long)}有 ${[...long].length} 个字，最多 ${longestItem} 个。几项之间请用“；”隔开。`,
    );
  }
  return items;
}

/** So that all of it can be read on a phone. */
const mostItems = 10;
const longestItem = 50;

/** What is said around a call and is no item. */
const courtesy =
  /^(?:请?(?:大家|各位|全体党员|同志们)?(?:准时|按时)?(?:参加|到会|开会|出席)?|召开|举行|开会|开|谢谢|于|在|会议|类型|会议类型|开?一[个次场]|本|我们?)$/u;

/** 第一议题 (a rule of many places, domain §1.4): studying comes first where the type asks it. */
const firstItem = '第一议题：集中学习';

/** What was typed, else the usual agenda of the type; with the study item in front where it is missing. */
export function agendaFor({ studyFirst, agenda }: MeetingType, typed: readonly string[]): readonly string[] {
  const items = typed.length > 0 ? typed : agenda;
  const isStudied = items.some((item) => /学习|传达|第一议题|宣讲/u.test(item));
  return studyFirst && !isStudied ? [firstItem, ...items] : items;
}
