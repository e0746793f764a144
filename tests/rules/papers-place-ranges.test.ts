import { describe, expect, it } from 'vitest';
import { placeRanges } from '../../src/papers/place-ranges.ts';

describe('places in a paper', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[3, 4], '3、4'],
    [[1, 3, 4, 5, 9], '1、3 到 5、9'],
    [[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], '3 到 20'],
  ])('%j are said as %s', (places, words) => {
    expect(placeRanges(places)).toBe(words);
  });
});
