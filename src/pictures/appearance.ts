/*
 * Dark on white with one accent. Text and ground have a contrast of at least 7 : 1 (WCAG AAA), a bar and
 * what is left of its track of more than 5 : 1, the track's edge and the ground of more than 3 : 1: so
 * nothing is lost in print or without colours.
 */
export const colours = {
  ground: '#ffffff',
  text: '#1c1c1c',
  quiet: '#4a4a4a',
  accent: '#a8201a',
  track: '#f3f1ee',
  edge: '#8c877f',
  rule: '#d5d0c8',
} as const;

/** Pixels of a picture 750 wide, which a phone shows at half that size; no text is smaller than `small`. */
export const sizes = {
  width: 750,
  margin: 56,
  small: 30,
  text: 36,
  label: 40,
  heading: 64,
  longHeading: 48,
  figure: 76,
  longFigure: 56,
  bar: 22,
} as const;

/** Twice as fine as that, to be sharp on the finest screens and when it is enlarged. */
export const sharpness = 2;
