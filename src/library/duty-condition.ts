import * as z from 'zod';

/** Something that is true of an organisation or not, by the roster. */
export type DutyCondition =
  | { readonly kind: DutyFact }
  /** One of the people has this tag. */
  | { readonly kind: 'tag'; readonly tag: string }
  | HeadCount;

export const dutyFacts = [
  '有书记',
  '有委员',
  '没有委员',
  '有入党积极分子',
  '有预备党员',
  '有流动党员',
  '直属工委',
] as const;
export type DutyFact = (typeof dutyFacts)[number];

/** So many people with those of all organisations below. 以上 includes the number, 不足 does not. */
export interface HeadCount {
  readonly kind: 'people';
  readonly of: '正式党员' | '党员';
  readonly than: '不足' | '以上' | '超过';
  readonly count: number;
}

/** `有书记`, `#出国`, `正式党员7人以上`, `正式党员不足3人`, `党员超过50人` */
export const dutyCondition = z.string().transform((value, context): DutyCondition => {
  const text = value.trim();
  const fact = dutyFacts.find((known) => known === text);
  if (fact !== undefined) return { kind: fact };
  const tag = /^#(?<tag>[^\s#]{1,12})$/u.exec(text)?.groups?.['tag'];
  if (tag !== undefined) return { kind: 'tag', tag };
  const headCount = readHeadCount(text);
  if (headCount !== undefined) return headCount;
  context.addIssue({ code: 'custom', message: conditionExample });
  return z.NEVER;
});

export const conditionExample = `only 可以写：${dutyFacts.join('、')}、正式党员7人以上、正式党员不足3人、党员超过50人，或者带引号的标签 "#出国"；几个都要的写在方括号里。`;

function readHeadCount(text: string): HeadCount | undefined {
  const { of, before, count, after } = headCountGrammar.exec(text)?.groups ?? {};
  const than = (['不足', '超过', '以上'] as const).find((word) => word === (before ?? after));
  if (than === undefined || (before !== undefined && after !== undefined)) return undefined;
  return { kind: 'people', of: of === '党员' ? '党员' : '正式党员', than, count: Number(count) };
}

const headCountGrammar =
  /^(?<of>正式党员|党员)(?<before>不足|超过)?\s*(?<count>[1-9]\d{0,3})\s*人(?<after>以上)?$/u;
