/** Numbers written side by side in decimal columns of fixed widths: together one whole number. */
export interface Columns<Name extends string> {
  /** What is too large for its column is written as the largest number that fits, what is below 0 as 0. */
  write(numbers: Readonly<Record<Name, number>>): string;
  /** `undefined` for a text of another form. */
  read(text: string): Readonly<Record<Name, number>> | undefined;
}

/** Columns in the order of `widths`: how many digits each has. */
export function createColumns<Name extends string>(widths: Readonly<Record<Name, number>>): Columns<Name> {
  const names = Object.keys(widths) as Name[];
  const form = new RegExp(`^${names.map((name) => `(\\d{${widths[name]}})`).join('')}$`, 'u');

  return {
    write: (numbers) =>
      names
        .map((name) => Math.max(0, Math.min(numbers[name], 10 ** widths[name] - 1)))
        .map((number, index) => String(number).padStart(widths[names[index] as Name], '0'))
        .join(''),
    read(text) {
      const found = form.exec(text);
      if (found === null) return undefined;
      const numbers = names.map((name, index) => [name, Number(found[index + 1])]);
      return Object.fromEntries(numbers) as Record<Name, number>;
    },
  };
}
