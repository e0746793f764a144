import type { Node } from '@takumi-rs/core';
import { colours, sizes } from './appearance.ts';
import { figureRow, figureSize } from './figure-row.ts';
import { column, line, lines, row } from './nodes.ts';
import type { Picture, Section } from './picture.ts';

/** Where everything in a picture is. Its height follows from what is in it. */
export function layout(picture: Picture): Node {
  const size = figureSize(picture.sections.flatMap(({ figures }) => figures));
  return column(
    {
      width: sizes.width,
      padding: sizes.margin,
      backgroundColor: colours.ground,
      color: colours.text,
      lineHeight: 1.4,
    },
    head(picture),
    ...picture.sections.map((one) => section(one, size)),
    foot(picture),
  );
}

function head({ title, heading, subheading }: Picture): Node {
  const isLong = [...heading].length > longestHeading;
  return column(
    {},
    row(
      { alignItems: 'center', gap: 18 },
      row({ width: 10, height: 34, backgroundColor: colours.accent }),
      line(title, { fontSize: sizes.text, fontWeight: 700, color: colours.accent }),
    ),
    lines(heading, {
      fontSize: isLong ? sizes.longHeading : sizes.heading,
      fontWeight: 700,
      lineHeight: 1.25,
      textWrap: 'balance',
      marginTop: 16,
      marginBottom: 8,
    }),
    line(subheading, { fontSize: sizes.text, color: colours.quiet }),
  );
}

/** Characters that fit on one line in the large size. */
const longestHeading = 9;

function section({ title, figures }: Section, size: number): Node {
  return column(
    { marginTop: 36, paddingTop: 30, ...ruledOff },
    line(title, { fontSize: sizes.text, color: colours.quiet }),
    ...figures.map((figure) => figureRow(figure, size)),
  );
}

function foot({ cutOff, note }: Picture): Node {
  return column(
    { marginTop: 40, paddingTop: 26, ...ruledOff },
    line(cutOff, { fontSize: sizes.small }),
    line(note, { fontSize: sizes.small, color: colours.quiet }),
  );
}

const ruledOff = { borderTop: `2px solid ${colours.rule}` };
