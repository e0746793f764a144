import type { AnytimeAction, Flow, FlowField, FlowStart, FlowStep } from './flow.ts';
import { checkFlowPaths } from './flow-paths.ts';
import { createFlowReading, type FlowReading } from './flow-reading.ts';
import { checkFlowSense } from './flow-sense.ts';
import { readAnytimeAction, readRecords, readStep, type KnownNames } from './flow-step.ts';
import { flowValues, nameAdvice, nameForm, startValues } from './flow-values.ts';
import { endWord, isDatePhrase, readDuration, readField } from './flow-words.ts';
import { neverStored } from './never-stored.ts';
import type { Checked } from './problem.ts';
import { mapOf, partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

export interface PlacedFlow {
  readonly flow: Flow;
  readonly file: string;
  lineOf(key: string): number;
}

/**
 * Reads `flows/<name>.yaml`. One mistake is enough to use none of it: a case must not begin that could
 * not go on. All mistakes are reported, each on its line.
 */
export function readFlowFile(text: string, file: string): Checked<PlacedFlow> {
  const read = readYaml(text, 1);
  if (read.problems !== undefined) return read;
  const source = read.value;
  const values = validateYaml(flowValues, source);
  if (values.problems !== undefined) return values;

  const reading = createFlowReading();
  const { id, name, words, summary, example, kind, list, never } = values.value;
  const fields = readFields(partOf(source, ['fields'], values.value.fields), reading);
  const known: KnownNames = {
    fields,
    written: Object.keys(values.value.fields),
    dates: fields.filter((field) => field.kind === 'date').map(({ label }) => label),
    steps: Object.keys(values.value.steps),
  };
  const start = readStart(partOf(source, ['start'], values.value.start), known, reading);
  const steps = readSteps(partOf(source, ['steps'], values.value.steps), known, reading);
  const anytime = readAnytime(partOf(source, ['anytime'], values.value.anytime), known, reading);
  const keep = reading.phrase(source, ['keep'], readDuration(values.value.keep));
  if (keep !== undefined && (keep.unit !== 'month' || keep.count === 0)) {
    reading.report(source.lineOf(['keep']), 'keep 按月或年写，例如：keep: 6个月');
  }
  if (!words.concat('办理').some((word) => example.startsWith(word))) {
    reading.report(
      source.lineOf(['example']),
      `example 要从命令开始，例如：example: ${words[0] ?? `办理 ${name}`} …`,
    );
  }
  if (start === undefined || keep === undefined || reading.problems.length > 0) {
    return { problems: reading.problems };
  }

  const flow: Flow = {
    id,
    name,
    words,
    summary,
    example,
    kind: kind === '任务' ? 'task' : 'case',
    listed: list === '是',
    start,
    fields,
    steps,
    anytime,
    never,
    keepMonths: keep.count,
  };
  checkFlowPaths(flow, source, reading);
  checkFlowSense(flow, source, reading);
  if (reading.problems.length > 0) return { problems: reading.problems };
  return { value: { flow, file, lineOf: (key) => source.lineOf([key]) } };
}

function readFields(source: YamlSource, reading: FlowReading): readonly FlowField[] {
  const typed = Object.entries(mapOf(source));
  const dates = typed.flatMap(([label, phrase]) =>
    typeof phrase === 'string' && isDatePhrase(phrase) ? [label] : [],
  );
  return typed.flatMap(([label, phrase]): readonly FlowField[] => {
    const line = source.lineOfKey([], label);
    if (!nameForm.test(label) || [...label].length > 12) {
      reading.report(line, `“${label}”不能作一项的名称：最多 12 个字。${nameAdvice}`);
      return [];
    }
    const forbidden = neverStored.find((word) => label.includes(word));
    if (forbidden !== undefined) {
      reading.report(line, `“${label}”不能记录：${forbidden}属于不收集的内容，请去掉这一项。`);
      return [];
    }
    if (typeof phrase !== 'string') {
      reading.report(line, `“${label}”后面写记什么，例如：${label}: 文字 300`);
      return [];
    }
    const form = reading.phrase(source, [label], readField(phrase.trim(), dates));
    return form === undefined ? [] : [{ label, ...form }];
  });
}

function readStart(source: YamlSource, known: KnownNames, reading: FlowReading): FlowStart | undefined {
  const values = validateYaml(startValues, source);
  if (values.problems !== undefined) {
    for (const { line, what } of values.problems) reading.report(line, what);
    return undefined;
  }
  const { who, for: about, only, record, atMost, notCounted, preview } = values.value;
  if (only !== undefined && about !== '人') {
    reading.report(source.lineOf(['only']), 'only 说的是人，for 也要写 人。');
  }
  if (atMost === undefined && notCounted.length > 0) {
    reading.report(source.lineOf(['notCounted']), '没有 atMost（最多几件），就不用写 notCounted。');
  }
  return {
    by: who,
    about,
    ...(only === undefined ? {} : { only }),
    records: readRecords(source, record, known, reading),
    preview: preview === '是',
    ...(atMost === undefined ? {} : { limit: { atMost, notCounted } }),
  };
}

function readSteps(source: YamlSource, known: KnownNames, reading: FlowReading): readonly FlowStep[] {
  const named = Object.entries(mapOf(source));
  if (named.length === 0) reading.report(source.lineOf([]), 'steps 下面至少写一步，例如：  办理:');
  return named.flatMap(([name, value]) => {
    const line = source.lineOfKey([], name);
    if (name === endWord) reading.report(line, `“${endWord}”不用写成一步：写在 next 后面，表示办完了。`);
    if (!nameForm.test(name) || [...name].length > 16) {
      reading.report(line, `“${name}”不能作步骤的名称：最多 16 个字。${nameAdvice}`);
    }
    const step = readStep(name, partOf(source, [name], value), known, reading);
    if (step?.actions.length === 0) {
      reading.report(line, `“${name}”走不下去：下面没有 actions。最后一步也要写，例如：办结: ${endWord}`);
    }
    return step ?? [];
  });
}

function readAnytime(source: YamlSource, known: KnownNames, reading: FlowReading): readonly AnytimeAction[] {
  return Object.entries(mapOf(source)).flatMap(
    ([label, value]) => readAnytimeAction(label, partOf(source, [label], value), known, reading) ?? [],
  );
}
