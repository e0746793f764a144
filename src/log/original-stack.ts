import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * A stack in the lines of the source instead of those of the build. Done here, for the few errors
 * that are logged, and not by Node itself, whose source maps cost a fifth of the cold start
 * (measured: 20 ms with the maps of our own code, 75 ms and 40 MiB with those of all libraries).
 */
export function originalStack(stack: string): string {
  return stack.replace(
    /(file:\/\/\/[^\s()]*?\.js):(\d+):(\d+)/g,
    (position: string, url: string, line: string, column: string) =>
      originalPosition(url, Number(line), Number(column)) ?? position,
  );
}

/** Lines and columns count from one in a stack and from zero in a map. */
function originalPosition(url: string, line: number, column: number): string | undefined {
  const origin = sourceMap(url)?.findEntry(line - 1, column - 1);
  if (origin === undefined || !('originalSource' in origin)) return undefined;
  const source = new URL(origin.originalSource, url).href;
  return `${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}`;
}

const sourceMaps = new Map<string, SourceMap | undefined>();

function sourceMap(url: string): SourceMap | undefined {
  if (!sourceMaps.has(url)) sourceMaps.set(url, readSourceMap(url));
  return sourceMaps.get(url);
}

/** The map lies beside its file; run from source there is none. */
function readSourceMap(url: string): SourceMap | undefined {
  if (url.includes('/node_modules/')) return undefined;
  try {
    const map = JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')) as SourceMapPayload;
    return new SourceMap(map);
  } catch {
    return undefined;
  }
}
