import { takenBack } from './case.ts';

/** How a case ended, by its last action. */
export function endWords(action: string | undefined): string {
  return action === takenBack ? '已撤销' : '已结束';
}
