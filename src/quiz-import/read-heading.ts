import type { DeclaredType } from './draft.ts';
import { declaredType } from './question-type.ts';

/** A line such as `一、单选题（每题2分，共20分）`. */
export interface Heading {
  /** Absent for a heading that names no kind of question: `二、党费`. */
  readonly type?: DeclaredType | 'unsupported';
  /** `判断题答案：1-5 √√×√×`: what stands behind it in the same line. */
  readonly rest: string;
}

/** Reads a line that is a heading; undefined for every other line. */
export function readHeading(line: string): Heading | undefined {
  const { number = '', words = '' } = numbered.exec(line.replace(/^[【[](.*)[】\]]$/u, '$1'))?.groups ?? {};
  const name = typeName.exec(words);
  const type = name === null ? undefined : declaredType(name[0]);
  if (name !== null && type !== undefined) {
    const rest = words
      .slice(name[0].length)
      .replace(/^(?:部分)?(?:参考)?(?:答案)?/, '')
      .trim();
    if (remark.test(rest)) return { type, rest: '' };
    const list = rest.replace(/^[:：]\s*/, '');
    return /^\d/.test(list) ? { type, rest: list } : undefined;
  }
  return number !== '' && words.length <= longestTitle && !/[？?。；;]/.test(words)
    ? { rest: '' }
    : undefined;
}

const numbered =
  /^(?<number>(?:第[一二三四五六七八九十百]+(?:部分|章|节|篇|大题)[、.．:： ]?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|[ⅠⅡⅢⅣⅤⅥ]+[、.．])?) ?(?<words>.*)$/u;

const typeName =
  /^(?:[单多]项?选择?题?|不定项(?:选择)?题?|选择题|判断(?:正误|对错|是非)?题?|是非题|对错题|填空题?|(?:简答|问答|论述|名词解释|案例分析|案例|材料分析|材料|辨析|改错|主观)题)/;

/** Nothing, `（每题2分，共20分）`, `：共10题`, `：下列各题只有一个正确答案` */
const remark = /^(?:[(（[【].*[)）\]】])?[:：，,。.]?\s*(?:(?:共|每|本|下列|以下|请|只有).*)?$/;

/** A longer line is a sentence. */
const longestTitle = 20;
