import * as z from 'zod';
import { askedFor, freeText } from '../src/chat/arguments.ts';
import { defineCommand, type Command } from '../src/chat/command.ts';
import { roleOfStarter } from '../src/flows/begin-request.ts';
import { answerBeginning, previewBeginning } from '../src/flows/case-talk.ts';
import type { Flow } from '../src/library/flow.ts';

/** The commands that content defines: the own words of the flows, in the order of their files. */
export function flowCommands(flows: readonly Flow[]): readonly Command[] {
  return flows.flatMap((flow) => {
    const [word, ...aliases] = flow.words;
    return word === undefined ? [] : [flowCommand(flow, [word, ...aliases])];
  });
}

function flowCommand(flow: Flow, names: readonly [string, ...string[]]): Command {
  const [word] = names;
  return defineCommand({
    names,
    summary: flow.summary,
    group: groups[flow.start.by],
    role: roleOfStarter[flow.start.by],
    args: z.object({ words: freeText().optional().meta(askedFor).describe(wanted(flow)) }),
    examples: [flow.example],
    preview: (turn, services, { words = '' }) => previewBeginning(turn, services, flow, { word, words }),
    run: (turn, services, { words = '' }) => answerBeginning(turn, services, flow, { word, words }),
  });
}

const groups = { 党员: '会议和通知', 小组长: '支部工作', 书记: '支部工作', 工委: '工委工作' } as const;

/** `姓名 期限 内容` */
function wanted({ start }: Flow): string {
  const whom = { 人: ['姓名'], 组织: ['@组织'], 各组织: ['@组织'], 本组织: [] }[start.about];
  return [...whom, ...start.records].join(' ');
}
