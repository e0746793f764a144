/** Numbers written side by side in base-36 columns of fixed widths. */
export interface Columns<Name extends string> {
  /** What is too large for its column is written as the largest number that fits. */
  write(numbers: Readonly<Record<Name, number>>): string;
  /** `undefined` for a text of another form. */
  read(text: string): Readonly<Record<Name, number>> | undefined;
}

/** Columns in the order of `widths`: how many digits each has. */
export function createColumns<Name extends string>(widths: Readonly<Record<Name, number>>): Columns<Name> {
  const names = Object.keys(widths) as Name[];
  const form = new RegExp(`^${names.map((name) => `([0-9a-z]{${widths[name]}})`).join('')}$`, 'u');

  return {
    write: (numbers) =>
      names
        .map((name) => Math.min(numbers[name], 36 ** widths[name] - 1).toString(36))
        .map((digits, index) => digits.padStart(widths[names[index] as Name], '0'))
        .join(''),
    read(text) {
      const found = form.exec(text);
      if (found === null) return undefined;
      const numbers = names.map((name, index) => [name, Number.parseInt(found[index + 1] ?? '', 36)]);
      return Object.fromEntries(numbers) as Record<Name, number>;
    },
  };
}
