import type { FileAnswer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { workbook } from '../sheets/workbook.ts';
import { clockWords, cutOffNow } from '../time/spoken-time.ts';

/** Tables somebody exports. */
export interface Exported {
  /** What they are: 通知 3 的回执. It stands above every sheet, and names the file together with the day. */
  readonly title: string;
  /** Whose figures they are, with the denominator: 全部 132 个单位、10,214 人. */
  readonly scope: string;
  /** The main figure, said with the file: 已确认 11/14. */
  readonly figures: string;
  /** For the operator's log, so without names: 回执 3. */
  readonly subject: string;
  /** Their own headings are what has to be known of one sheet: how it counts, what a column means. */
  readonly sheets: readonly Sheet[];
}

/** Tables as a file to answer with. Every sheet begins with what it is, whose, the cut-off and who exported it. */
export async function exportAnswer(turn: Turn, exported: Exported): Promise<FileAnswer> {
  const { title, subject, figures } = exported;
  const sheets = withHeading(aboutLines(turn, exported), exported.sheets);
  const cutOff = cutOffNow(turn);
  return {
    text: `${title}：${figures}（${cutOff}）。\n表格随后发来，只供党务工作使用。`,
    file: { name: exportedName(turn, title), bytes: await workbook(sheets), subject },
  };
}

/** Puts these lines above each sheet, the first with the sheet's name, because sheets are printed one by one. */
export function withHeading(
  [title = '', ...others]: readonly string[],
  sheets: readonly Sheet[],
): readonly Sheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    heading: [`${title} · ${sheet.name}`, ...others, ...(sheet.heading ?? [])],
  }));
}

/** The lines with which everything exported begins. */
export function aboutLines(
  turn: Turn,
  { title, scope }: Pick<Exported, 'title' | 'scope'>,
): readonly string[] {
  const { name, userid } = turn.member.person;
  return [
    title,
    `范围：${scope}`,
    `截至 ${turn.today} ${clockWords(turn.minute)}，由 ${name}（${userid}）导出。只供党务工作使用，请勿外传。`,
  ];
}

/** `通知 3 的回执 2026-11-20.xlsx` */
export function exportedName({ today }: Turn, title: string): string {
  return `${title} ${today}.xlsx`;
}
