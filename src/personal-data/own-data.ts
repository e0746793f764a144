import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { withHeading } from '../exports/export-answer.ts';
import { workbook } from '../sheets/workbook.ts';
import { clockWords, cutOffNow } from '../time/spoken-time.ts';
import type { OwnTable } from './own-table.ts';

/** 导出 我的数据: a copy of everything that is stored about a person (personal information law, article 45). */
export interface OwnData {
  file(turn: Turn): Promise<Answer>;
}

/** `tables`: one from each domain, in the order of the sheets. */
export function createOwnData(tables: readonly OwnTable[]): OwnData {
  return {
    async file(turn) {
      const sheets = await Promise.all(tables.map((table) => table(turn)));
      const filled = sheets.filter(({ rows }) => rows.length > 0);
      const bytes = await workbook(withHeading(aboutLines(turn), filled));
      const cutOff = cutOffNow(turn);
      return {
        text: `关于您存着的，都在文件里：${filled.map(({ name }) => name).join('、')}（${cutOff}）。\n文件随后发来，只发给您。\n要删除其中自愿的，发“删除我的可选数据”。`,
        file: { name: `我的数据 ${turn.today}.xlsx`, bytes, subject: '我的数据' },
      };
    },
  };
}

function aboutLines({ member, today, minute }: Turn): readonly string[] {
  return [
    `关于 ${member.person.name} 存着的数据`,
    `截至 ${today} ${clockWords(minute)}，由本人导出。聊天原文不保存。名册有误，请告诉支部书记。`,
  ];
}
