import type { Opening } from './opening.ts';
import type { ResultScreen } from './screen.ts';
import { hasTriesLeft, type Result } from './sheet.ts';

/** The screen of the latest result; `undefined` before anything was handed in. */
export function latestResult(
  { paper, sheet, window }: Opening,
  at: number,
  just: Result['by'] | undefined,
): ResultScreen | undefined {
  const result = sheet.results.at(-1);
  return (
    result && {
      kind: 'result',
      paper,
      sheet,
      result,
      mayRetry: at < window.until && hasTriesLeft(paper, sheet),
      ...(just === undefined ? {} : { just }),
    }
  );
}
