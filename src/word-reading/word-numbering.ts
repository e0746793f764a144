import { walkXml } from './xml-walk.ts';

/** The number that Word shows before a paragraph of a list, such as `1. ` or `A. `, and counts on. */
export type WordNumbering = (list: string, level: number) => string;

interface Level {
  readonly start: number;
  /** `decimal`, `upperLetter`, `chineseCounting` … */
  readonly format: string;
  /** `%1.` */
  readonly text: string;
}

/** Reads `word/numbering.xml`; a document without one has no lists. */
export function wordNumbering(bytes: Uint8Array | undefined): WordNumbering {
  if (bytes === undefined) return () => '';
  const { levelsOf, definitionOf, restarts } = readNumbering(bytes);
  /** How far each definition has counted; lists of one definition go on counting from each other. */
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();

  return (list, level) => {
    const definition = definitionOf.get(list) ?? '';
    const levels = levelsOf.get(definition) ?? [];
    const own = levels[level];
    if (own === undefined) return '';
    const before = begun.has(list) || !restarts.has(list) ? (counts.get(definition) ?? []) : [];
    begun.add(list);
    const count = (before[level] ?? own.start - 1) + 1;
    const now = [...levels.slice(0, level).map(({ start }, upper) => before[upper] ?? start), count];
    counts.set(definition, now);
    const words = own.text.replaceAll(/%([1-9])/gu, (_, place: string) => {
      const at = Number(place) - 1;
      return numberWords(levels[at]?.format ?? 'decimal', now[at] ?? 1);
    });
    return own.format === 'bullet' || words === '' ? '' : `${words} `;
  };
}

function readNumbering(bytes: Uint8Array) {
  const levelsOf = new Map<string, Level[]>();
  const definitionOf = new Map<string, string>();
  const restarts = new Set<string>();
  let definition: string | undefined;
  let list: string | undefined;
  let level = 0;
  const change = (part: Partial<Level>): void => {
    if (definition === undefined) return;
    const levels = levelsOf.get(definition) ?? [];
    levels[level] = { ...(levels[level] ?? { start: 1, format: 'decimal', text: '' }), ...part };
    levelsOf.set(definition, levels);
  };

  walkXml(bytes, {
    open(name, attribute) {
      const value = attribute('w:val') ?? '';
      if (name === 'w:abstractNum') definition = attribute('w:abstractNumId');
      else if (name === 'w:num') list = attribute('w:numId');
      else if (name === 'w:abstractNumId' && list !== undefined) definitionOf.set(list, value);
      else if (name === 'w:startOverride' && list !== undefined) restarts.add(list);
      else if (name === 'w:lvl') level = Number(attribute('w:ilvl') ?? 0);
      else if (name === 'w:start') change({ start: Number(value) });
      else if (name === 'w:numFmt') change({ format: value });
      else if (name === 'w:lvlText') change({ text: value });
    },
    text: () => undefined,
    close(name) {
      if (name === 'w:abstractNum') definition = undefined;
      if (name === 'w:num') list = undefined;
    },
  });
  return { levelsOf, definitionOf, restarts };
}

function numberWords(format: string, count: number): string {
  if (format === 'upperLetter') return String.fromCharCode(64 + count);
  if (format === 'lowerLetter') return String.fromCharCode(96 + count);
  if (/^(?:chinese|ideograph|japanese|taiwanese)/u.test(format)) return chineseNumber(count);
  if (format === 'decimalEnclosedCircleChinese' || format === 'decimalEnclosedCircle') {
    return count <= 20 ? String.fromCodePoint(0x245f + count) : String(count);
  }
  return String(count);
}

/** Up to 99; nobody numbers the parts of a paper higher. */
function chineseNumber(count: number): string {
  const digits = '零一二三四五六七八九';
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = digits.charAt(count % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : digits.charAt(tens)}十${count % 10 === 0 ? '' : ones}`;
}
