import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { doneStudyText, itemText, studyCard, studyListText } from '../../src/study/study-cards.ts';

export const study = defineCommand({
  names: ['学习', '今日学习'],
  summary: '看今天的学习内容，约两分钟；也可以看全文、换一条、看最近的列表',
  group: '学习',
  role: 'member',
  args: z.object({ what: choice(['列表', '全文', '换一条']).optional().describe('列表、全文或换一条') }),
  examples: ['学习', '学习 全文', '学习 换一条', '学习 列表'],
  async run(turn, { study: studies }, { what }) {
    if (what === '列表') return studyListText(await studies.latest(turn, 10));
    const studied = what === '换一条' ? await studies.another(turn) : await studies.today(turn);
    if (studied === undefined) {
      return what === '换一条'
        ? '没有别的了，现有的内容您都看过了。发“学习 列表”可以回看。'
        : '现在还没有学习内容。有了会在工作日早上送来。';
    }
    if (what === '全文') return { markdown: itemText(studied.item) };
    const { doneAt, date } = studied.state;
    if (doneAt !== undefined) return doneStudyText(studied.item, { date, minute: doneAt }, turn.today);
    return { card: studyCard(studied.item) };
  },
});
