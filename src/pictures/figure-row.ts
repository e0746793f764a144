import type { Node } from '@takumi-rs/core';
import { groupedNumber } from '../roster/grouped-number.ts';
import { colours, sizes } from './appearance.ts';
import { column, line, row } from './nodes.ts';
import type { Figure, Share } from './picture.ts';

/** A figure with its label, and below them its bar. The figure is always whole; its label gives way. */
export function figureRow(figure: Figure): Node {
  const words = row(
    { justifyContent: 'space-between', alignItems: 'baseline', gap: 24 },
    label(figure),
    value(figure),
  );
  return column({ marginTop: 20 }, words, ...(figure.kind === 'share' ? [bar(figure)] : []));
}

function label({ label: words, note }: Figure): Node {
  const notes = note === undefined ? [] : [line(note, { fontSize: sizes.small, color: colours.quiet })];
  return row(
    { alignItems: 'baseline', gap: 16, minWidth: 0 },
    line(words, { fontSize: sizes.label, fontWeight: 500, flexShrink: 0 }),
    ...notes,
  );
}

function value(figure: Figure): Node {
  if (figure.kind === 'remark') return line(figure.words, { fontSize: sizes.text, flexShrink: 0 });
  const count = groupedNumber(figure.count);
  const rest = figure.kind === 'share' ? `/${groupedNumber(figure.of)} ${figure.unit}` : figure.unit;
  const fontSize = count.length + rest.length > longest ? sizes.longFigure : sizes.figure;
  return row(
    { alignItems: 'baseline', gap: 8, flexShrink: 0 },
    line(count, { fontSize, fontWeight: 700, lineHeight: 1.2 }),
    line(rest, { fontSize: sizes.label }),
  );
}

/** Characters of a figure and its denominator that leave room for a label at full size. */
const longest = 11;

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
