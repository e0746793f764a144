import { readFile } from 'node:fs/promises';
import * as z from 'zod';

/** Noto Sans SC in a hundred slices, of which a picture loads those that hold its characters. */
export interface Font {
  readonly slices: readonly FontSlice[];
  has(character: string): boolean;
}

/** As the renderer takes it. */
export interface FontSlice {
  readonly name: string;
  /** Which slice: each is loaded once. */
  readonly key: string;
  /** First and last code point of each stretch it serves. */
  readonly unicodeRange: [number, number][];
  data(): Promise<Uint8Array>;
}

/**
 * The font as its package has it: a file for each slice, and one that says which characters are where.
 * The machine's own fonts are not used, so that a picture looks the same everywhere.
 */
export async function openFont(): Promise<Font> {
  const index = import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json');
  const ranges = indexForm.parse(JSON.parse(await readFile(new URL(index), 'utf8')));
  const slices = Object.entries(ranges).map(([label, list]) => {
    const key = label.replace(/^\[|\]$/gu, '');
    const file = new URL(`files/noto-sans-sc-${key}-wght-normal.woff2`, index);
    return { name: 'Noto Sans SC', key, unicodeRange: stretches(list), data: () => readFile(file) };
  });
  const served = new Set(slices.flatMap(({ unicodeRange }) => unicodeRange.flatMap(pointsOf)));
  return { slices, has: (character) => served.has(character.codePointAt(0) ?? 0) };
}

function pointsOf([first, last]: readonly [number, number]): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Slice → its characters, such as `U+ff01-ff0c,U+ff1f`. Numbered slices stand in brackets. */
const indexForm = z.record(z.string(), z.string());

function stretches(list: string): [number, number][] {
  return list.split(',').map((stretch) => {
    const [first = '', last = first] = stretch.replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
