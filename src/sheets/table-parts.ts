import type { DataValidation, PageSetup, WriteSheet } from 'hucre';
import type { Column } from './sheet.ts';

/** What makes rows of cells a table to scroll, filter, fill in and print. */
type TableParts = Pick<
  WriteSheet,
  'freezePane' | 'autoFilter' | 'dataValidations' | 'pageSetup' | 'headerFooter'
>;

/** `titleRow`: the row of the column titles, as Excel counts. */
export function tableParts(titleRow: number, columns: readonly Column[], rowCount: number): TableParts {
  const pageSetup: PageSetup = {
    paperSize: 'a4',
    orientation: columns.length > mostUpright ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  const headerFooter = { oddFooter: '&C第 &P 页，共 &N 页' };
  if (columns.length === 0) return { pageSetup, headerFooter };

  return {
    freezePane: { rows: titleRow },
    autoFilter: { range: `A${titleRow}:${letterOf(columns.length - 1)}${titleRow + rowCount}` },
    dataValidations: columns.flatMap(({ offers }, place) => {
      const range = `${letterOf(place)}${titleRow + 1}:${letterOf(place)}${titleRow + mostFilledIn}`;
      return offers === undefined ? [] : [wordsOffered(offers, range)];
    }),
    pageSetup: { ...pageSetup, printTitlesRow: `$${titleRow}:$${titleRow}` },
    headerFooter,
  };
}

/** More columns than this are printed across. */
const mostUpright = 6;

/** Words are offered to so many rows, also to those that are added later. */
const mostFilledIn = 20_000;

function wordsOffered(words: readonly string[], range: string): DataValidation {
  return { type: 'list', values: [...words], allowBlank: true, range };
}

/** `A`, `B`, … `Z`, `AA`: as Excel calls its columns, counted from 0. */
function letterOf(place: number): string {
  const last = String.fromCodePoint(0x41 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
