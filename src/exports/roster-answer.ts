import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { rosterWorkbook } from '../roster/roster-workbook.ts';
import { cutOffNow } from '../time/spoken-time.ts';
import { aboutLines, exportedName } from './export-answer.ts';

/** 导出 名册: as `npm run roster -- export` writes it, with a sheet that says what it is. */
export async function rosterAnswer(turn: Turn): Promise<Answer> {
  const { organisations, people } = turn.roster;
  if (people.length === 0) return '还没有名册，没有可以导出的。请运维人员先导入名册。';

  const title = '名册';
  const scope = `${groupedNumber(organisations.length)} 个组织、${groupedNumber(people.length)} 人`;
  const bytes = await rosterWorkbook({ organisations, people }, [
    ...aboutLines(turn, { title, scope: `全部 ${scope}` }),
    '人员和组织有变动，改后面两张表，再交给运维人员导入：npm run roster -- import 文件名',
  ]);
  return {
    text: `${title}：${scope}（${cutOffNow(turn)}）。\n表格随后发来，里面有全部姓名，请妥善保管。\n人员有变动，改好后交给运维人员导入。`,
    file: { name: exportedName(turn, title), bytes, subject: title },
  };
}
