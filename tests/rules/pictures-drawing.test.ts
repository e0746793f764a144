import { Renderer } from '@takumi-rs/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { colours, sizes } from '../../src/pictures/appearance.ts';
import { openFont } from '../../src/pictures/font.ts';
import { createPainter } from '../../src/pictures/painter.ts';
import { nameIn, type Picture } from '../../src/pictures/picture.ts';
import { pixelsOf, type Pixels } from './pictures-pixels.ts';
import { pictureOf, studied } from './pictures-samples.ts';

const painter = createPainter();
const draw = async (picture: Picture): Promise<Pixels> => pixelsOf(await painter.draw(picture));

/** The mark beside the title has the colour of the bars. */
const markWidth = 20;

/** The white at both sides, in pixels of the file. */
const margin = 2 * sizes.margin;

describe('a picture', () => {
  it('is 1,500 pixels wide, as high as it has to be, and small enough to load on the way', async () => {
    const one = await painter.draw(pictureOf([studied(3, 9)]));
    const three = await painter.draw(pictureOf([studied(3, 9), studied(4, 9), studied(5, 9)]));
    expect(pixelsOf(one).width).toBe(1500);
    expect(pixelsOf(three).height).toBeGreaterThan(pixelsOf(one).height + 300);
    expect(pixelsOf(three).height).toBeLessThan(3000);
    expect(three.length).toBeLessThan(200_000);
  });

  it('is the same, byte for byte, whenever it is drawn', async () => {
    const picture = pictureOf([studied(3, 9)]);
    const [first, second] = [await painter.draw(picture), await createPainter().draw(picture)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  const bad: readonly (readonly [string, Picture])[] = [
    ['nothing to count', pictureOf([studied(0, 0)])],
    ['nobody', pictureOf([studied(0, 9)])],
    ['10,214 people', pictureOf([studied(10_000, 10_214), studied(999_999, 1_000_000)])],
    ['more than there are', pictureOf([studied(6, 5)])],
    [
      'long names',
      pictureOf([studied(1, 2)], {
        heading: nameIn('某'.repeat(200)),
        subheading: nameIn('机关'.repeat(100)),
      }),
    ],
    ['a long name without a break', pictureOf([studied(1, 2)], { heading: 'W'.repeat(40) })],
    ['emoji and rare characters', pictureOf([studied(1, 2)], { heading: '𠮷野👨‍👩‍👧家🇨🇳', subheading: '😀' })],
    ['a name of another script', pictureOf([studied(1, 2)], { heading: 'ئەخمەت བཀྲ་ཤིས' })],
    ['control characters', pictureOf([studied(1, 2)], { heading: '林\u0000\u202e\ud800晓\n棠' })],
    ['no figures', pictureOf([])],
  ];
  it.each(bad)('with %s is drawn, and nothing of it reaches into the margins', async (_, picture) => {
    const pixels = await draw(picture);
    for (let y = 0; y < pixels.height; y += 1) {
      for (const x of [0, 40, margin - 4, pixels.width - margin + 3, pixels.width - 1]) {
        expect(pixels.at(x, y)).toEqual([255, 255, 255]);
      }
    }
    expect(pixels.height).toBeLessThan(2000);
  });
});

describe('a bar', () => {
  it.each([
    [0, 9],
    [3, 9],
    [9, 9],
    [12, 9],
    [10_000, 10_214],
  ])('is as long as %i of %i', async (count, of) => {
    const pixels = await draw(pictureOf([studied(count, of)], { title: ' ' }));
    const [track, part] = [pixels.width - 2 * margin - 8, Math.min(1, count / of)];
    const expected = Math.max(track * part, markWidth);
    expect(Math.abs(longestRun(pixels, colours.accent) - expected)).toBeLessThanOrEqual(4);
  });
});

describe('the colours', () => {
  it.each<[keyof typeof colours, keyof typeof colours, number]>([
    ['text', 'ground', 7],
    ['quiet', 'ground', 7],
    ['accent', 'ground', 7],
    ['accent', 'track', 5],
    ['edge', 'ground', 3],
  ])('%s and %s differ enough for weak eyes and for print without colours', (one, other, least) => {
    expect(contrast(colours[one], colours[other])).toBeGreaterThanOrEqual(least);
  });
});

describe('the letters', () => {
  it('are nowhere smaller than a phone’s own', () => {
    const { small, text, label, heading, longHeading, figure, longFigure, width } = sizes;
    expect(Math.min(small, text, label, heading, longHeading, figure, longFigure)).toBeGreaterThanOrEqual(28);
    expect(width).toBe(750);
  });

  let cells: (text: string) => Promise<readonly string[]>;
  beforeAll(async () => {
    const [renderer, font] = [new Renderer(), await openFont()];
    cells = async (text) => {
      const characters = [...text];
      const node = {
        type: 'container' as const,
        style: { display: 'flex', backgroundColor: '#fff' },
        children: characters.map((one) => ({
          type: 'text' as const,
          text: one,
          style: { width: 48, fontSize: 40 },
        })),
      };
      const png = await renderer.render(node, {
        width: 48 * characters.length,
        height: 64,
        fonts: [...font.slices],
      });
      const pixels = pixelsOf(png);
      return characters.map((_, index) => inkIn(pixels, 48 * index, 48));
    };
  });

  it('are drawn from the font itself, each differently, and none as the box that stands for a missing one', async () => {
    const text = '林晓棠机关一支部学习签到新题答对待复习赟頔翀珺垚〓…（），：0123456789/';
    const [missing, ...drawn] = await cells(`𠮷${text}`);
    expect(missing).toContain('1');
    expect(new Set(drawn).size).toBe(new Set(text).size);
    expect(drawn).not.toContain(missing);
  });
});

/** Which pixels of some columns are dark, as text. */
function inkIn(pixels: Pixels, from: number, width: number): string {
  let ink = '';
  for (let y = 0; y < pixels.height; y += 1) {
    for (let x = from; x < from + width; x += 1) ink += pixels.at(x, y)[0] < 128 ? '1' : '0';
  }
  return ink;
}

/** The longest level stretch of one colour. Bars are 44 pixels high. */
function longestRun(pixels: Pixels, colour: string): number {
  const wanted = channels(colour).join(' ');
  let longest = 0;
  for (let y = 0; y < pixels.height; y += 20) {
    let run = 0;
    for (let x = 0; x < pixels.width; x += 1) {
      run = pixels.at(x, y).join(' ') === wanted ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}

/** Web Content Accessibility Guidelines 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
