import type { RollFigures } from './roll-figures.ts';

/** The figures of a roll in a fixed order, parted by blanks: `13 9 1 0 2 2 0 8 0 1 0`. */
export function figuresText(figures: RollFigures): string {
  return names.map((name) => figures[name]).join(' ');
}

/** `undefined` for what is no such text. */
export function readFigures(text: string): RollFigures | undefined {
  const numbers = text.split(' ');
  if (numbers.length !== names.length || !numbers.every((one) => /^\d{1,9}$/u.test(one))) return undefined;
  const figures = names.map((name, index) => [name, Number(numbers[index])] as const);
  return Object.fromEntries(figures) as Record<Name, number>;
}

const names = [
  'expected',
  'there',
  'late',
  'online',
  'leave',
  'missing',
  'guests',
  'voters',
  'votersOnline',
  'recorded',
  'madeUp',
] as const satisfies readonly (keyof RollFigures)[];
type Name = (typeof names)[number];
