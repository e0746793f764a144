import type { Turn } from '../chat/turn.ts';
import type { Sheet } from '../sheets/sheet.ts';

/** What one domain gives to 导出 台账. */
export interface YearPart {
  readonly sheet: Sheet;
  /** Its main figure, said with the file: 开会 12 次. Empty when there is none. */
  readonly figure: string;
}

/** Asked for the organisations of the officer's scope, in one calendar year. Names of people never. */
export type ReadYearPart = (turn: Turn, year: number) => Promise<YearPart>;
