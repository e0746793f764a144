import type { Node } from '@takumi-rs/core';
import { groupedNumber } from '../wording/grouped-number.ts';
import { colours, sizes } from './appearance.ts';
import { column, line, row } from './nodes.ts';
import type { Figure, Share } from './picture.ts';

/**
 * A figure of `size` pixels with its label, and below them its bar. The figure is always whole; its label
 * gives way.
 */
export function figureRow(figure: Figure, size: number): Node {
  const words = row(
    { justifyContent: 'space-between', alignItems: 'baseline', gap: 24 },
    label(figure),
    value(figure, size),
  );
  return column({ marginTop: 20 }, words, ...(figure.kind === 'share' ? [bar(figure)] : []));
}

/** One size for all figures of a picture, such that the longest has room beside its label. */
export function figureSize(figures: readonly Figure[]): number {
  const longest = Math.max(
    0,
    ...figures.map((figure) => countWords(figure).length + restWords(figure).length),
  );
  return longest > longestLarge ? sizes.longFigure : sizes.figure;
}

/** Characters, denominator included, beside which a label has room at the large size. */
const longestLarge = 11;

function label({ label: words, note }: Figure): Node {
  const notes = note === undefined ? [] : [line(note, { fontSize: sizes.small, color: colours.quiet })];
  return row(
    { alignItems: 'baseline', gap: 16, minWidth: 0 },
    line(words, { fontSize: sizes.label, fontWeight: 500, flexShrink: 0 }),
    ...notes,
  );
}

function value(figure: Figure, size: number): Node {
  if (figure.kind === 'remark') return line(figure.words, { fontSize: sizes.text, flexShrink: 0 });
  return row(
    { alignItems: 'baseline', gap: 8, flexShrink: 0 },
    line(countWords(figure), { fontSize: size, fontWeight: 700, lineHeight: 1.2 }),
    line(restWords(figure), { fontSize: sizes.label }),
  );
}

function countWords(figure: Figure): string {
  return figure.kind === 'remark' ? '' : groupedNumber(figure.count);
}

function restWords(figure: Figure): string {
  if (figure.kind === 'share') return `/${groupedNumber(figure.of)} ${figure.unit}`;
  return figure.kind === 'amount' ? figure.unit : '';
}

function bar({ count, of }: Share): Node {
  const part = Math.min(1, count / of);
  return row(
    {
      height: sizes.bar,
      marginTop: 8,
      backgroundColor: colours.track,
      border: `2px solid ${colours.edge}`,
      borderRadius: 4,
      overflow: 'hidden',
    },
    row({ width: `${part * 100}%`, backgroundColor: colours.accent }),
  );
}
