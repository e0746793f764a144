import type { Turn } from '../chat/turn.ts';
import type { Sheet } from '../sheets/sheet.ts';

/** What one domain keeps of the person whose turn it is: a sheet of 导出 我的数据. */
export type OwnTable = (turn: Turn) => Promise<Sheet>;
