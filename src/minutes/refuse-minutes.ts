import { Refusal } from '../errors.ts';
import { refusePrivateText } from '../flows/private-text.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import { lengthOf } from '../library/summary.ts';
import { quoted } from '../wording/quoted.ts';
import { headingNames, type MinutesHeading } from './minutes-heading.ts';
import type { ReadPiece } from './read-minutes.ts';

/** What is refused of a piece of minutes, so that nothing of it is stored. */
export interface MinutesBounds {
  /** For an example: the meeting's number. */
  readonly number: number;
  readonly type: MeetingType | undefined;
  /** Characters that are written already. */
  readonly written: number;
}

/** Pasted minutes of a long meeting have some 5,000 characters; a message of WeCom's far fewer. */
const longestPiece = 6000;
const longestDraft = 30_000;

/** A theme or an item to put right is a line; more would tell what was said. */
const longestRestricted = 60;

/**
 * Throws a Refusal, which says why and what to do, for a piece that must not be kept: what people said of
 * themselves and each other, in criticism, talks or appraisals (domain §11.4), marks of classified papers,
 * private numbers, and more than minutes are.
 */
export function refuseMinutes(
  text: string,
  { lines }: ReadPiece,
  { number, type, written }: MinutesBounds,
): void {
  refusePrivateText(text, []);
  const words = neverKeptIn(text);
  if (words !== undefined) {
    throw new Refusal(
      `${quoted(words)}这类内容不在这里记，所以这一段什么也没有存。\n请写在纸质记录上；把这一部分去掉，其余的再发一次就行。`,
    );
  }
  const length = lengthOf(text);
  if (length > longestPiece || written + length > longestDraft) {
    throw new Refusal(
      `这一段有 ${length} 个字，${length > longestPiece ? `一次最多 ${longestPiece} 个，请分几次发` : `连同已经记的超过了 ${longestDraft} 个，请只留要点`}。这一段没有存。`,
    );
  }
  if (type?.minutes === undefined) return;
  for (const { heading, text: line } of lines) {
    if (!permitted.has(heading)) {
      throw new Refusal(
        `${type.name}的发言和评议不在这里记，所以这一段什么也没有存，请写在纸质记录上。\n这里可以记：${permittedNames()}。\n例如：纪要 ${number} 整改：班子 月底前 完善学习制度`,
      );
    }
    if (lengthOf(line) > longestRestricted) {
      throw new Refusal(
        `${type.name}的${headingNames[heading]}每条最多 ${longestRestricted} 个字，只写事项、负责人和期限。这一段没有存。\n例如：纪要 ${number} 整改：班子 月底前 完善学习制度`,
      );
    }
  }
}

const permitted: ReadonlySet<MinutesHeading> = new Set([
  'chair',
  'recorder',
  'form',
  'endedAt',
  'observers',
  'theme',
  'rectification',
  'tasks',
]);

function permittedNames(): string {
  return [...permitted].map((heading) => headingNames[heading]).join('、');
}

/** The word of a heading, before a colon or alone on its line, below which such contents are written. */
function neverKeptIn(text: string): string | undefined {
  return neverKept.exec(text.normalize('NFKC'))?.[1];
}

const neverKept =
  /^[\s（(【[一二三四五六七八九十\d、.)）]*((?:批评与?和?自我批评|自我批评|相互批评|互相批评|批评意见|个人自评|党员自评|党员互评|民主测评|测评结果|评议等次|评议结果|评定意见|谈话内容|谈话记录|谈心内容|谈心谈话|对照检查|检视剖析|个人检视|查摆问题|问题清单)(?:材料|情况|内容|意见|记录)?)\s*(?:[】\]]|:|$)/mu;
