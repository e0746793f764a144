import * as z from 'zod';
import { identifier, messageText } from './content-values.ts';
import { caseSubjects, starterRoles, subjectKinds } from './flow.ts';

export const nameForm = /^[\p{Script=Han}A-Za-z0-9（）]+$/u;
export const nameAdvice = '名称只用汉字、字母、数字和中文括号，中间没有空格。';

const startError = 'start 下面写 who、for 和 record，请对照 README 里的例子。';
const onlyError = `only 写可以是哪些人：${subjectKinds.join('、')}，例如：only: [入党积极分子, 群众]`;
const limitError = 'atMost 写一个组织一年最多几件，1 到 999，例如：atMost: 3';

/** The maps of a flow file. What a phrase means is read afterwards, see flow-words.ts. */

export const flowValues = z.strictObject(
  {
    id: identifier('id', 'task'),
    name: name('name', 'name: 请示', 8),
    words: z
      .array(z.string().regex(/^\p{Script=Han}{2,4}$/u, '命令用 2 到 4 个汉字，例如：words: [请示]'), {
        error: 'words 要写在方括号里，例如：words: [请示]',
      })
      .default([]),
    summary: messageText('summary', 'summary: 向上级请示，答复有期限', 36),
    example: messageText('example', 'example: 请示 关于增补支部委员的请示', 60),
    kind: z.enum(['任务', '事项'], { error: 'kind 写 任务 或 事项，例如：kind: 事项' }).default('事项'),
    list: z.enum(['是', '否'], { error: 'list 写 是 或 否，例如：list: 是' }).default('否'),
    keep: z.string({ error: 'keep 写办完以后保存多久，例如：keep: 2年' }).default('2年'),
    never: z
      .array(messageText('never', 'never: [家庭情况, 病情]', 12), {
        error: 'never 要写在方括号里，例如：never: [家庭情况, 病情]',
      })
      .default([]),
    start: z.record(z.string(), z.unknown(), { error: startError }),
    fields: mapOfParts('fields', 'fields 下面每项一行，例如：  内容: 文字 300'),
    steps: mapOfParts('steps', 'steps 下面每步一段，先写步骤的名称，例如：  办理:'),
    anytime: mapOfParts('anytime', 'anytime 下面每个动作一段，先写动作，例如：  终止:'),
  },
  { error: '文件里要写 id、name、summary、example、start 和 steps，请对照 README 里的例子。' },
);

export const startValues = z.strictObject(
  {
    who: z.enum(starterRoles, { error: `who 写谁可以发起：${starterRoles.join('、')}，例如：who: 书记` }),
    for: z.enum(caseSubjects, { error: `for 写给谁办：${caseSubjects.join('、')}，例如：for: 人` }),
    only: z
      .array(z.enum(subjectKinds, { error: onlyError }), { error: onlyError })
      .min(1, onlyError)
      .optional(),
    record: words('record', '[期限, 内容]'),
    atMost: z
      .string({ error: limitError })
      .regex(/^[1-9]\d{0,2}$/u, limitError)
      .transform(Number)
      .optional(),
    notCounted: words('notCounted', '[收回, 退回]'),
    preview: z.enum(['是', '否'], { error: 'preview 写 是 或 否，例如：preview: 是' }).default('是'),
  },
  { error: startError },
);

export const stepValues = z.strictObject(
  {
    stage: name('stage', 'stage: 申请入党', 12).optional(),
    who: z.string({ error: '缺少 who：这一步由谁办，例如：who: 本组织' }).trim(),
    aside: z.enum(['是', '否'], { error: 'aside 写 是 或 否，例如：aside: 是' }).default('否'),
    ask: messageText('ask', 'ask: 整改以后写明情况。', 60).optional(),
    source: messageText('source', 'source: 发展党员工作细则第七条', 60).optional(),
    due: z.string({ error: 'due 写期限，例如：due: 5个工作日' }).trim().optional(),
    notBefore: z.string({ error: 'notBefore 写最早哪天，例如：notBefore: 1年' }).trim().optional(),
    remind: words('remind', '[3天前, 1天前]'),
    overdue: words('overdue', '[1天后 发起人]'),
    actions: mapOfParts('actions', 'actions 下面每个动作一行，例如：      办结: 核验'),
  },
  { error: '步骤下面写 who 和 actions，请对照 README 里的例子。' },
);

export const actionValues = z.strictObject(
  {
    who: z.string({ error: 'who 写谁可以这样做，例如：who: 发起人' }).trim().optional(),
    record: words('record', '[说明]'),
    notBefore: z.string({ error: 'notBefore 写最早哪天，例如：notBefore: 期限后1天' }).trim().optional(),
    next: z.string({ error: '缺少 next：接着到哪一步，例如：next: 核验；最后一步写 next: 结束' }).trim(),
    tell: words('tell', '[发起人]'),
  },
  { error: '动作后面写下一步，例如：办结: 核验' },
);

export const anytimeValues = z.strictObject(
  {
    who: z.string({ error: '缺少 who：谁可以这样做，例如：who: 本组织' }).trim(),
    in: words('in', '[培养教育考察]'),
    record: words('record', '[原因]'),
    next: z
      .string({ error: 'next 写接着到哪一步；写 结束 就办完了；不写就留在原来的一步' })
      .trim()
      .optional(),
    tell: words('tell', '[发起人]'),
    every: z.string({ error: 'every 写多久一次，例如：every: 半年' }).trim().optional(),
    from: z.string({ error: 'from 写从哪个日期起算，例如：from: 确定日期' }).trim().optional(),
  },
  { error: '动作下面写 who，请对照 README 里的例子。' },
);

/** A name of a step, a stage or a kind of case. */
function name(key: string, example: string, longest: number) {
  return messageText(key, example, longest).regex(nameForm, nameAdvice);
}

function words(key: string, example: string) {
  const error = `${key} 要写在方括号里，例如：${key}: ${example}`;
  return z.array(z.string({ error }).trim(), { error }).default([]);
}

function mapOfParts(key: string, error: string) {
  return z.record(z.string(), z.unknown(), { error: `${key} 的写法不对：${error}` }).default({});
}
