import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';

export const eraseMyData = defineCommand({
  names: ['删除我的可选数据'],
  summary: '删除您的学习、答题、签到记录和个人设置',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['删除我的可选数据'],
  preview: () => ({
    title: '请确认：删除可选数据',
    body: '会删除：您的学习、答题、签到记录，参加竞赛和挑战的记录，测试里每题的答案，对通知里小问题的答复，以及免打扰、文字版等设置。\n不会删除：名册里的姓名和支部，您对通知的确认，测试的成绩，组织登记的学时。\n删除后不能找回。',
    buttons: [],
  }),
  async run(turn, { personalData }) {
    await personalData.eraseVoluntary(turn);
    return '已删除您的学习、答题、签到记录和设置。以后照常使用，会重新开始记。';
  },
});
