import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawableText } from '../../src/pictures/drawable-text.ts';
import { openFont, type Font } from '../../src/pictures/font.ts';

let font: Font;
beforeAll(async () => {
  font = await openFont();
});

describe('a name in a picture', () => {
  it.each([
    ['林晓棠', '林晓棠'],
    ['赟頔翀珺垚', '赟頔翀珺垚'],
    ['买买提·阿不都热合曼', '买买提·阿不都热合曼'],
    ['𠮷野', '〓野'],
    ['张三😀', '张三'],
    ['张👨‍👩‍👧三👍🏽', '张三'],
    ['🇨🇳支部', '支部'],
    ['葛\u{E0100}城', '葛城'],
    ['林\u202e晓\u0000棠', '林晓棠'],
    ['Zoë', 'Zoë'],
    ['Zoe\u0308', 'Zoë'],
    ['😀', '〓'],
    ['', '〓'],
    ['  ', '〓'],
  ])('%j is drawn as %s', (name, drawn) => {
    expect(drawableText(name, font.has)).toBe(drawn);
  });

  it('never has a character that the font lacks, and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const drawn = [...drawableText(name, font.has)];
        expect(drawn.length).toBeGreaterThan(0);
        expect(drawn.filter((character) => !font.has(character))).toEqual([]);
      }),
    );
  });
});
