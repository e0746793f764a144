import * as z from 'zod';
import { identifier, messageText } from './content-values.ts';
import { meetingAudiences, quorumPresences, type MeetingType } from './meeting-type.ts';
import { errorAt, type ProblemInFile } from './problem.ts';
import { partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** The types that can be used, and what is wrong with the others. */
export interface MeetingTypesFile {
  readonly types: readonly PlacedMeetingType[];
  readonly problems: readonly ProblemInFile[];
}

export interface PlacedMeetingType {
  readonly type: MeetingType;
  lineOf(key: 'code' | 'hours' | 'duty'): number;
}

/** Reads `meetings/types.yaml`. A type that is wrong is left out, the others are used. */
export function readMeetingTypesFile(text: string): MeetingTypesFile {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { types: [], problems: source.problems };
  const list = source.value.value;
  if (!Array.isArray(list)) return { types: [], problems: [errorAt(1, notAList)] };

  const problems: ProblemInFile[] = [];
  const types = list.flatMap((value: unknown, index) => {
    const part = partOf(source.value, [index], value);
    const read = readType(part);
    problems.push(...(read.problems ?? []));
    return read.type === undefined
      ? []
      : [{ type: read.type, lineOf: (key: 'code' | 'hours' | 'duty') => part.lineOf([key]) }];
  });
  return { types, problems };
}

const notAList = '要写成列表：每一类从“- code: …”开始，请对照 README 里的例子。';

/** One type, as it is written there. */
export const meetingTypeValues = z
  .strictObject(
    {
      code: identifier('code', 'code: memberAssembly'),
      name: messageText('name', 'name: 党员大会', 12),
      aliases: z
        .array(messageText('aliases', 'aliases: [支部大会]', 16), {
          error: 'aliases 写在方括号里，例如：aliases: [支部大会]',
        })
        .default([]),
      invites: z.enum(meetingAudiences, {
        error: `invites 写 ${meetingAudiences.join('、')} 中的一个，例如：invites: 党员`,
      }),
      quorum: z
        .enum(quorumPresences, { error: 'quorum 写 半数以上 或 超过半数，没有规定就不写这一行' })
        .optional(),
      quorumSource: messageText('quorumSource', 'quorumSource: 支部工作条例（试行）第十一条', 60).optional(),
      studyFirst: z.enum(['是', '否'], { error: 'studyFirst 写 是 或 否，例如：studyFirst: 是' }),
      agenda: z.array(messageText('agenda', 'agenda: [交流情况, 研究事项]', 30), {
        error: 'agenda 写在方括号里，例如：agenda: [交流情况, 研究事项]',
      }),
      duty: identifier('duty', 'duty: memberAssembly').optional(),
      hours: messageText('hours', 'hours: 三会一课', 8).optional(),
      minutes: z
        .literal('主题和整改', { error: 'minutes 只能写 主题和整改，其他的会不写这一行' })
        .exactOptional(),
      source: messageText('source', 'source: 支部工作条例（试行）第十一条', 60),
      advice: messageText('advice', 'advice: 选举人数以上级批复和选举办法为准', 40).optional(),
    },
    { error: '每一类从“- code: …”开始，请对照 README 里的例子。' },
  )
  .refine(({ quorum, quorumSource }) => (quorum === undefined) === (quorumSource === undefined), {
    path: ['quorum'],
    error: 'quorum 和 quorumSource 要一起写：人数要求要有依据。',
  });

function readType(source: YamlSource): {
  readonly type?: MeetingType;
  readonly problems?: readonly ProblemInFile[];
} {
  const values = validateYaml(meetingTypeValues, source);
  if (values.problems !== undefined) return { problems: values.problems };
  const { quorum, quorumSource, studyFirst, duty, hours, advice, ...rest } = values.value;
  return {
    type: {
      ...rest,
      studyFirst: studyFirst === '是',
      ...(quorum === undefined || quorumSource === undefined
        ? {}
        : { quorum: { present: quorum, source: quorumSource } }),
      ...(duty === undefined ? {} : { duty }),
      ...(hours === undefined ? {} : { hours }),
      ...(advice === undefined ? {} : { advice }),
    },
  };
}
