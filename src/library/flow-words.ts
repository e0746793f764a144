import type { Actor, ActorKind, Duration, FieldForm, OverdueRule, TimeRule } from './flow.ts';

/**
 * The short phrases a flow file is written in. Each reader gives what a phrase means, or a sentence that
 * says what is wrong with it and how it is written.
 */
export type Read<Value> = { readonly value: Value; readonly wrong?: undefined } | { readonly wrong: string };

/** The word with which a case ends; no step may be called so. */
export const endWord = '结束';

const actorWords: ReadonlyMap<string, ActorKind> = new Map([
  ['发起人', 'starter'],
  ['承办人', 'subject'],
  ['本人', 'subject'],
  ['本组织', 'organisation'],
  ['各组织', 'each'],
  ['上级', 'superior'],
  ['上级党委', 'partyCommittee'],
  ['工委', 'workCommittee'],
]);

/** `发起人`, `上级党委`, or an account as `@zhang.san`. */
export function readActor(phrase: string): Read<Actor> {
  const kind = actorWords.get(phrase);
  if (kind !== undefined) return { value: { kind } };
  const userid = /^@([A-Za-z0-9_.@-]{1,64})$/u.exec(phrase)?.[1];
  if (userid !== undefined) return { value: { kind: 'account', userid } };
  const known = [...actorWords.keys()].join('、');
  return { wrong: `没有“${phrase}”这个角色。可以写：${known}，或者账号，例如 "@zhang.san"。` };
}

/** `10天`, `5个工作日`, `2周`, `3个月`, `半年`, `1年`. */
export function readDuration(phrase: string): Read<Duration> {
  if (/^[-－−负]/u.test(phrase)) {
    return { wrong: `“${phrase}”是负数。期限从起算那天往后数，例如：10天。` };
  }
  if (phrase === '半年') return { value: { count: 6, unit: 'month' } };
  const [, digits = '', unit = ''] = /^(\d{1,3})(天|个?工作日|周|个?月|年)$/u.exec(phrase) ?? [];
  const count = Number(digits);
  switch (unit.replace('个', '')) {
    case '天':
      return { value: { count, unit: 'day' } };
    case '工作日':
      return { value: { count, unit: 'workday' } };
    case '周':
      return { value: { count: count * 7, unit: 'day' } };
    case '月':
      return { value: { count, unit: 'month' } };
    case '年':
      return { value: { count: count * 12, unit: 'month' } };
    default:
      return { wrong: `没有看懂“${phrase}”是多久。可以写：10天、5个工作日、2周、3个月、半年、1年。` };
  }
}

/**
 * `期限` (a date field), `5个工作日` (from the beginning of the step), `申请日期后1个月`; `延期日期或届满日期` is
 * the second one until the first is recorded.
 */
export function readTimeRule(phrase: string, dateLabels: readonly string[]): Read<TimeRule> {
  const atOnce: Duration = { count: 0, unit: 'day' };
  const whole = namedDates(phrase, dateLabels);
  if (whole.wrong === undefined) return { value: { ...whole.value, plus: atOnce } };
  const [, field, after = ''] = /^(.+)后\s*([^后]+)$/u.exec(phrase) ?? [];
  const plus = readDuration(field === undefined ? phrase : after);
  if (plus.wrong !== undefined) {
    // A word without any number is meant as a field.
    const isName = field === undefined && /^\p{Script=Han}+$/u.test(phrase) && !phrase.startsWith('负');
    return { wrong: isName ? whole.wrong : plus.wrong };
  }
  if (field === undefined) return { value: { plus: plus.value } };
  const named = namedDates(field, dateLabels);
  return named.wrong === undefined ? { value: { ...named.value, plus: plus.value } } : named;
}

/** One date field, or two with 或 between them. */
function namedDates(
  phrase: string,
  dateLabels: readonly string[],
): Read<Pick<TimeRule, 'otherwise'> & { readonly field: string }> {
  if (dateLabels.includes(phrase)) return { value: { field: phrase } };
  const [field = '', otherwise, surplus] = phrase.split('或');
  const unknown = [field, otherwise ?? field].find((label) => !dateLabels.includes(label));
  if (unknown !== undefined || surplus !== undefined)
    return { wrong: unknownDate(unknown ?? phrase, dateLabels) };
  return { value: { field, ...(otherwise === undefined ? {} : { otherwise }) } };
}

function unknownDate(label: string, dateLabels: readonly string[]): string {
  const known = dateLabels.length === 0 ? 'fields 里还没有日期' : `日期有：${dateLabels.join('、')}`;
  return `fields 里没有叫“${label}”的日期。${known}。`;
}

/** `3天前`, in days. */
export function readDaysBefore(phrase: string): Read<number> {
  const days = /^(\d{1,3})天前$/u.exec(phrase)?.[1];
  if (days !== undefined && Number(days) > 0) return { value: Number(days) };
  return { wrong: `没有看懂“${phrase}”。到期前提醒写成：[3天前, 1天前]。` };
}

/** `1天后 上级`: how long after the deadline, and who is told. */
export function readOverdue(phrase: string): Read<OverdueRule> {
  const [, long, who] = /^(\S+)后\s+(\S+)$/u.exec(phrase) ?? [];
  const after = long === undefined ? undefined : readDuration(long);
  if (who === undefined || after === undefined || after.wrong !== undefined || after.value.count === 0) {
    return { wrong: `没有看懂“${phrase}”。过期以后告诉谁，写成：[1天后 发起人, 5天后 上级]。` };
  }
  const to = readActor(who);
  return to.wrong === undefined ? { value: { after: after.value, to: to.value } } : to;
}

const longestText = 500;
const mostChoices = 6;
const largestNumber = 100_000;

/**
 * `日期`, `过去的日期`, `以后的日期`, `日期 届期止`, `日期 申请日期后1个月 到 申请日期后2个月`; `文字 300`; `选择 同意、不同意`; `年份`; `数字 0到100`; `人数`, `人数 1到2`;
 * each may be followed by `可不写`.
 */
export function readField(
  phrase: string,
  dateLabels: readonly string[],
): Read<FieldForm & { readonly optional: boolean }> {
  const optional = /\s可不写$/u.test(phrase);
  const [kind = '', ...words] = phrase.replace(/\s可不写$/u, '').split(/\s+/u);
  const form = readForm(kind, words.join(''), dateLabels);
  return form.wrong === undefined ? { value: { ...form.value, optional } } : form;
}

/** Whether a phrase is that of a date field, however it goes on. */
export function isDatePhrase(phrase: string): boolean {
  return /^(?:过去的|以后的)?日期(?:\s|$)/u.test(phrase.trim());
}

function readForm(kind: string, details: string, dateLabels: readonly string[]): Read<FieldForm> {
  switch (kind) {
    case '日期':
    case '过去的日期':
    case '以后的日期':
      return readDate(dateKinds[kind], details, dateLabels);
    case '文字': {
      const most = /^\d{1,3}$/u.test(details) ? Number(details) : 0;
      if (most < 1 || most > longestText) {
        return { wrong: `文字后面写最多几个字，1 到 ${longestText}，例如：文字 300。` };
      }
      return { value: { kind: 'text', most } };
    }
    case '选择': {
      const choices = details.split('、');
      const isFit = choices.length >= 2 && choices.length <= mostChoices && choices.every(isChoice);
      if (isFit && new Set(choices).size === choices.length) return { value: { kind: 'choice', choices } };
      return {
        wrong: `选择后面写 2 到 ${mostChoices} 个不同的词，每个最多 10 个字，用顿号分开，例如：选择 同意、不同意。`,
      };
    }
    case '年份':
      if (details === '') return { value: { kind: 'year' } };
      return { wrong: `年份后面不写别的，例如：年度: 年份。` };
    case '数字':
      return readRange(kind, 'number', details);
    case '人数':
      return readRange(kind, 'count', details === '' ? `0到${largestNumber}` : details);
    default:
      return { wrong: `没有“${kind}”这种内容。可以写：${fieldExamples}。` };
  }
}

function readDate(
  when: 'any' | 'past' | 'future',
  details: string,
  dateLabels: readonly string[],
): Read<FieldForm> {
  if (details === '') return { value: { kind: 'date', when } };
  if (details === termEnd) return { value: { kind: 'date', when, known: 'termEnd' } };
  const [first = '', last = '', surplus] = details.split('到');
  const from = readTimeRule(first, dateLabels);
  if (from.wrong !== undefined) return from;
  const until = readTimeRule(last, dateLabels);
  if (until.wrong !== undefined) return until;
  if (surplus !== undefined || from.value.field === undefined || until.value.field === undefined) {
    return { wrong: `没有看懂“${details}”。从哪天到哪天，写成：日期 申请日期后1个月 到 申请日期后2个月。` };
  }
  return { value: { kind: 'date', when, between: { from: from.value, until: until.value } } };
}

/** What the roster calls the end of an organisation's term (contract §5). */
const termEnd = '届期止';

const dateKinds = { 日期: 'any', 过去的日期: 'past', 以后的日期: 'future' } as const;

const fieldExamples =
  '日期、过去的日期、以后的日期、文字 300、选择 同意、不同意（用顿号分开）、年份、数字 0到100、人数';

function isChoice(word: string): boolean {
  return /^[^\s；，]{1,10}$/u.test(word);
}

function readRange(word: string, kind: 'number' | 'count', details: string): Read<FieldForm> {
  const [, from, until] = /^(\d{1,6})到(\d{1,6})$/u.exec(details) ?? [];
  const [least, most] = [Number(from), Number(until)];
  if (from === undefined || until === undefined || least > most || most > largestNumber) {
    return { wrong: `${word}后面写从几到几，例如：${word} 0到100。` };
  }
  return { value: { kind, least, most } };
}
