import type { AnsweredFile } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { workbook } from '../sheets/workbook.ts';
import { clockWords } from '../time/spoken-time.ts';

/** Tables somebody exports. */
export interface Exported {
  /** What they are, above every sheet: 通知 3 的回执. Also the file's name, with the day. */
  readonly title: string;
  /** Whose figures they are, with the denominator: 全部 132 个单位、10,214 人. */
  readonly scope: string;
  /** For the operator's log, so without names: 回执 3. */
  readonly subject: string;
  /** Their own headings are what has to be known of one sheet: how it counts, what a column means. */
  readonly sheets: readonly Sheet[];
}

/**
 * Tables as a file to answer with. Every sheet begins with what it is, whose, the cut-off and who exported
 * it, because sheets are printed and handed on one by one.
 */
export async function exportedFile(turn: Turn, exported: Exported): Promise<AnsweredFile> {
  const { title, subject, sheets } = exported;
  const about = aboutLines(turn, exported);
  const bytes = await workbook(
    sheets.map((sheet) => ({ ...sheet, heading: [...about, ...(sheet.heading ?? [])] })),
  );
  return { name: exportedName(turn, title), bytes, subject };
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
