import { bytesOf, charactersOf, clipped, firstBytes } from './text-length.ts';
import type { Report } from './report.ts';

/** How long the text at a path may be; the path leads through lists without naming their index. */
export interface TextLimit {
  readonly path: string;
  readonly limit: number;
  readonly unit: 'characters' | 'bytes';
}

/**
 * Clips every text that is longer than WeCom shows, and reports it. Returns a copy of the same shape;
 * what has no limit stays as it is.
 */
export function clipTexts<Value>(value: Value, limits: readonly TextLimit[], report: Report): Value {
  const copy = structuredClone(value);
  for (const limit of limits) clipAt(copy, limit.path.split('.'), limit, report);
  return copy;
}

function clipAt(holder: unknown, path: readonly string[], limit: TextLimit, report: Report): void {
  if (Array.isArray(holder)) {
    for (const item of holder) clipAt(item, path, limit, report);
    return;
  }

  const [step, ...rest] = path;
  if (step === undefined || typeof holder !== 'object' || holder === null) return;

  const inner: unknown = Reflect.get(holder, step);
  if (rest.length > 0) {
    clipAt(inner, rest, limit, report);
    return;
  }
  if (typeof inner === 'string') Reflect.set(holder, step, clippedText(inner, limit, report));
}

function clippedText(text: string, { path, limit, unit }: TextLimit, report: Report): string {
  const length = unit === 'bytes' ? bytesOf(text) : charactersOf(text);
  if (length <= limit) return text;

  const word = unit === 'bytes' ? '字节' : '字';
  report.violation('text-clipped', `${path} 有 ${length} ${word}，超过 ${limit} ${word}，手机上会被截断`);
  return unit === 'bytes' ? firstBytes(text, limit) : clipped(text, limit);
}
