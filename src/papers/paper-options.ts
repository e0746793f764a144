import { Refusal } from '../errors.ts';
import { quizTypes, type QuizType } from '../library/quiz-question.ts';
import { typeNames } from '../quiz/asking-card.ts';
import { isMarkedAudience } from '../roster/audience-words.ts';
import { inDigits } from '../time/spoken/numerals.ts';
import { quoted } from '../wording/quoted.ts';
import type { PaperRules } from './paper.ts';

/** What stands after the days of 发布测试, as it was read. */
export interface PaperOptions extends PaperRules {
  readonly count: number;
  /** How many of each type; the usual mix when empty. */
  readonly types: ReadonlyMap<QuizType, number>;
  /** How many with each tag, as typed and in that order; the rest is of any. */
  readonly tags: ReadonlyMap<string, number>;
}

/** Domain §7.5: pass 60, any number of tries, no time limit, figures without names. */
const usual: PaperRules = { passMark: 60, named: false };

/**
 * Reads `20题 单选12 多选4 判断4 换届8 及格80 2次 30分钟 记名`, in any order. Throws a Refusal that says
 * which word was not understood, or which number makes no sense.
 */
export function readPaperOptions(text: string): PaperOptions {
  const counts: number[] = [];
  const types = new Map<QuizType, number>();
  const tags = new Map<string, number>();
  const rules = { ...usual };

  for (const word of wordsOf(text)) {
    const count = /^(\d+)(?:道题?|题)?$/u.exec(word)?.[1];
    const rule = ruleOf(word);
    const share = /^#?(\p{L}\D*?)(\d+)(?:道?题)?$/u.exec(word);
    if (count !== undefined) counts.push(within(count, 1, mostQuestions, '题数', '20题'));
    else if (rule !== undefined) Object.assign(rules, rule);
    else if (share !== null) addShare(share[1] ?? '', share[2] ?? '');
    else if (isMarkedAudience(word))
      throw new Refusal(`${quoted(word)}写在名称后面，名称里不要有空格。${orderExample}`);
    else throw new Refusal(`没有看懂“${word}”。${examples}`);
  }

  const [count, second] = counts;
  if (count === undefined) throw new Refusal(`还缺题数，例如：20题。${examples}`);
  if (second !== undefined) throw new Refusal(`题数写了两个：${count} 和 ${second}。请只写一个。`);
  checkSums(count, types, tags);
  return { ...rules, count, types, tags };

  function addShare(name: string, number: string): void {
    const type = quizTypes.find((one) => typeNames[one] === name.replace(/题$/u, ''));
    const share = within(number, 1, mostQuestions, name, `${name}8`);
    if (type === undefined) tags.set(name, share);
    else types.set(type, share);
  }
}

const orderExample = '例如：发布测试 季度测试 全体 12-01 12-10 20题';
const examples = '可以写：20题 换届8 单选12 多选4 判断4 及格80 2次 30分钟 记名';

/** Nobody answers more on a phone. */
const mostQuestions = 100;

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replaceAll(/(及格|限时|限|单选|多选|判断|填空)\s+(?=\d)/gu, '$1')
    .split(/[\s,、;。]+/u)
    .filter((word) => word !== '')
    .map(withDigits);
}

/** `二十题`, `限时一小时`: a number in words before its unit, and hours as minutes. */
function withDigits(word: string): string {
  return word
    .replace(/半个?小时/u, '30分钟')
    .replace(/[一二两三四五六七八九十]+(?=道|题|次|个?小时|分)/u, inDigits)
    .replace(/(\d{1,2})个?小时/u, (_, hours: string) => `${Number(hours) * 60}分钟`);
}

function ruleOf(word: string): Partial<PaperRules> | undefined {
  const passMark = /^及格线?(\d+)分?$/u.exec(word)?.[1] ?? /^(\d+)分及格$/u.exec(word)?.[1];
  if (passMark !== undefined) return { passMark: within(passMark, 1, 100, '及格分', '及格80') };
  const tries = /^(?:限|最多|可以?做|只能?做)?(\d+)次$/u.exec(word)?.[1];
  if (tries !== undefined) return { tries: within(tries, 1, 10, '次数', '2次') };
  const minutes = /^限?时?(\d+)分钟$/u.exec(word)?.[1];
  if (minutes !== undefined) return { minutes: within(minutes, 5, 300, '限时', '30分钟') };
  if (word === '记名') return { named: true };
  return word === '不记名' || word === '不限次' || word === '不限时' ? {} : undefined;
}

function within(digits: string, least: number, most: number, what: string, example: string): number {
  const number = Number(digits);
  if (number >= least && number <= most) return number;
  throw new Refusal(`${what}“${digits}”不行，要在 ${least} 到 ${most} 之间。例如：${example}`);
}

function checkSums(
  count: number,
  types: ReadonlyMap<QuizType, number>,
  tags: ReadonlyMap<string, number>,
): void {
  const typed = sumOf(types);
  if (types.size > 0 && typed !== count) {
    throw new Refusal(`各题型加起来是 ${typed} 题，和 ${count}题 对不上。请改题数，或改各题型的数。`);
  }
  if (sumOf(tags) > count) {
    throw new Refusal(`各标签加起来是 ${sumOf(tags)} 题，比 ${count}题 多。请改题数，或少写一些。`);
  }
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
