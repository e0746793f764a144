import type {
  AnytimeAction,
  FlowAction,
  FlowField,
  FlowStep,
  NextStep,
  OverdueRule,
  TimeRule,
} from './flow.ts';
import type { FlowReading } from './flow-reading.ts';
import { actionValues, anytimeValues, stepValues } from './flow-values.ts';
import {
  endWord,
  readActor,
  readDaysBefore,
  readDuration,
  readOverdue,
  readTimeRule,
  type Read,
} from './flow-words.ts';
import { isMap, mapOf, partOf, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';
import type * as z from 'zod';

/** What a step may refer to. */
export interface KnownNames {
  readonly fields: readonly FlowField[];
  /** The labels of those that were written, also where something is wrong with one: that is said there. */
  readonly written: readonly string[];
  /** The labels of the fields that are days. */
  readonly dates: readonly string[];
  readonly steps: readonly string[];
}

/** One step; `undefined` when its map could not be read. */
export function readStep(
  name: string,
  source: YamlSource,
  known: KnownNames,
  reading: FlowReading,
): FlowStep | undefined {
  const values = validated(stepValues, source, reading);
  if (values === undefined) return undefined;
  const { who, stage, ask, source: basis, due, notBefore, remind, overdue } = values;
  const by = reading.phrase(source, ['who'], readActor(who));
  const dueRule = timeRule('due', due, source, known, reading);
  const notBeforeRule = timeRule('notBefore', notBefore, source, known, reading);
  if (due === undefined && remind.length + overdue.length > 0) {
    const key = remind.length > 0 ? 'remind' : 'overdue';
    reading.report(source.lineOf([key]), `没有 due（期限），${key} 就没有起算的日子。请先写 due。`);
  }
  const actions = readActions(partOf(source, ['actions'], values.actions), known, reading);
  if (by === undefined) return undefined;
  return {
    name,
    by,
    ...(stage === undefined ? {} : { stage }),
    ...(ask === undefined ? {} : { ask }),
    ...(basis === undefined ? {} : { source: basis }),
    ...(dueRule === undefined ? {} : { due: dueRule }),
    ...(notBeforeRule === undefined ? {} : { notBefore: notBeforeRule }),
    remind: phrases(source, 'remind', remind, readDaysBefore, reading),
    overdue: phrases<OverdueRule>(source, 'overdue', overdue, readOverdue, reading),
    actions,
    aside: values.aside === '是',
  };
}

/** One action that several steps share; `undefined` when it could not be read. */
export function readAnytimeAction(
  label: string,
  source: YamlSource,
  known: KnownNames,
  reading: FlowReading,
): AnytimeAction | undefined {
  checkLabel(label, source, reading);
  const values = validated(anytimeValues, source, reading);
  if (values === undefined) return undefined;
  const by = reading.phrase(source, ['who'], readActor(values.who));
  values.in.forEach((name, index) => {
    if (!known.steps.includes(name)) reading.report(source.lineOf(['in', index]), unknownStep(name, known));
  });
  const every =
    values.every === undefined ? undefined : reading.phrase(source, ['every'], readDuration(values.every));
  if (every?.count === 0) reading.report(source.lineOf(['every']), 'every 至少是 1 天。');
  const { from } = values;
  if (from !== undefined && !known.dates.includes(from)) {
    reading.report(source.lineOf(['from']), `fields 里没有叫“${from}”的日期。`);
  }
  if (by === undefined) return undefined;
  return {
    label,
    by,
    in: values.in,
    records: readRecords(source, values.record, known, reading),
    next: values.next === undefined ? { kind: 'stay' } : nextOf(values.next, source, known, reading),
    tell: phrases(source, 'tell', values.tell, readActor, reading),
    ...(every === undefined ? {} : { every }),
    ...(from === undefined ? {} : { from }),
  };
}

/** The labels a map wants recorded: known ones, one-word ones before texts. */
export function readRecords(
  source: YamlSource,
  labels: readonly string[],
  { fields, written }: KnownNames,
  reading: FlowReading,
): readonly string[] {
  const known = labels.filter((label, index) => {
    const isKnown = fields.some((field) => field.label === label);
    if (!isKnown && !written.includes(label)) {
      const names = fields.map((field) => field.label).join('、');
      reading.report(
        source.lineOf(['record', index]),
        `fields 里没有“${label}”。${names === '' ? '请先写在 fields 下面。' : `有：${names}。`}`,
      );
    }
    return isKnown;
  });
  const order = wrongOrder(known.flatMap((label) => fields.find((field) => field.label === label) ?? []));
  if (order !== undefined) reading.report(source.lineOf(['record']), order);
  return known;
}

/** What cannot be told apart when it is typed in this order. */
function wrongOrder(fields: readonly FlowField[]): string | undefined {
  const text = fields.find(({ kind }, index) => kind === 'text' && fields.slice(index + 1).some(isWord));
  if (text !== undefined) return `文字要放在最后，因为它后面的话都算在里面：请把“${text.label}”往后移。`;
  // A word does not say whether it is meant for this field or the next; only a day is told from a text.
  const optional = fields.find((field, index) => {
    const behind = fields.slice(index + 1);
    return field.optional && behind.length > 0 && (field.kind !== 'date' || behind.some(isWord));
  });
  return optional && `可不写的要放在最后：请把“${optional.label}”往后移。`;
}

function isWord({ kind }: FlowField): boolean {
  return kind !== 'text';
}

function readActions(source: YamlSource, known: KnownNames, reading: FlowReading): readonly FlowAction[] {
  return Object.entries(mapOf(source)).flatMap(([label, value]): readonly FlowAction[] => {
    const part = partOf(source, [label], value);
    checkLabel(label, part, reading);
    if (!isMap(value)) {
      const next = typeof value === 'string' ? value.trim() : '';
      return [{ label, records: [], tell: [], next: nextOf(next, part, known, reading) }];
    }
    const values = validated(actionValues, part, reading);
    if (values === undefined) return [];
    const by = values.who === undefined ? undefined : reading.phrase(part, ['who'], readActor(values.who));
    const notBefore = timeRule('notBefore', values.notBefore, part, known, reading);
    return [
      {
        label,
        ...(by === undefined ? {} : { by }),
        ...(notBefore === undefined ? {} : { notBefore }),
        records: readRecords(part, values.record, known, reading),
        next: nextOf(values.next, part, known, reading),
        tell: phrases(part, 'tell', values.tell, readActor, reading),
      },
    ];
  });
}

function timeRule(
  key: string,
  phrase: string | undefined,
  source: YamlSource,
  { dates }: KnownNames,
  reading: FlowReading,
): TimeRule | undefined {
  return phrase === undefined ? undefined : reading.phrase(source, [key], readTimeRule(phrase, dates));
}

function nextOf(name: string, source: YamlSource, known: KnownNames, reading: FlowReading): NextStep {
  if (name === endWord) return { kind: 'end' };
  if (!known.steps.includes(name)) reading.report(source.lineOf(['next']), unknownStep(name, known));
  return { kind: 'step', name };
}

function unknownStep(name: string, { steps }: KnownNames): string {
  return `没有叫“${name}”的步骤。有：${steps.join('、')}、${endWord}。`;
}

/** 事项 7 经过 shows what was done, 全文 what was written; 撤销 takes back what was just begun. */
const reservedLabels = ['经过', '全文', '撤销'];

/** An action is a button and a word that people type. */
function checkLabel(label: string, source: YamlSource, reading: FlowReading): void {
  if (reservedLabels.includes(label)) {
    reading.report(source.lineOf([]), `“${label}”另有用处，动作请换一个名称。`);
  }
  if (/^\p{Script=Han}{2,4}$/u.test(label)) return;
  reading.report(source.lineOf([]), `动作“${label}”要用 2 到 4 个汉字，因为它是按钮，例如：办结`);
}

function phrases<Value>(
  source: YamlSource,
  key: string,
  said: readonly string[],
  read: (phrase: string) => Read<Value>,
  reading: FlowReading,
): readonly Value[] {
  return said.flatMap((phrase, index) => reading.phrase(source, [key, index], read(phrase)) ?? []);
}

function validated<Schema extends z.ZodObject>(
  schema: Schema,
  source: YamlSource,
  reading: FlowReading,
): z.output<Schema> | undefined {
  const values = validateYaml(schema, source);
  if (values.problems === undefined) return values.value;
  for (const { line, what } of values.problems) reading.report(line, what);
  return undefined;
}
