import * as z from 'zod';
import { freeText, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { answerBeginning, previewBeginning } from '../../src/flows/case-talk.ts';
import { flowNamed, flowsText } from '../../src/flows/flows-text.ts';

export const beginCase = defineCommand({
  names: ['办理'],
  summary: '看可以办哪些事；写上名称就开始办',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    name: word().optional().describe('名称'),
    words: freeText().optional().describe('内容'),
  }),
  examples: ['办理', '办理 任务 张三 12-01 写出支部学习小结'],
  preview(turn, services, { name, words = '' }) {
    if (name === undefined) return undefined;
    const flow = flowNamed(name, turn, services.cases.flows);
    return previewBeginning(turn, services, flow, { word: `办理 ${flow.name}`, words });
  },
  async run(turn, services, { name, words = '' }) {
    if (name === undefined) return flowsText(turn, services.cases.flows);
    const flow = flowNamed(name, turn, services.cases.flows);
    return answerBeginning(turn, services, flow, { word: `办理 ${flow.name}`, words });
  },
});
