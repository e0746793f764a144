import type { SheetStore } from './sheet-store.ts';
import type { Sheet } from './sheet.ts';

/** Many people's sheets, read some at a time, so that those who are answering meanwhile do not wait. */
export async function* eachSheet(
  sheets: Pick<SheetStore, 'sheets'>,
  number: number,
  userids: readonly string[],
): AsyncGenerator<Sheet> {
  for (let start = 0; start < userids.length; start += atOnce) {
    yield* await sheets.sheets(number, userids.slice(start, start + atOnce));
  }
}

const atOnce = 500;
