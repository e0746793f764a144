import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal } from '../../src/redis/seal.ts';

const seal = createSeal('a secret that is not in the store', 'sayings');

describe('a seal', () => {
  it('gives back what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seal.open(seal.seal(text))).toBe(text);
      }),
    );
  });

  it('never looks the same twice, so that equal texts cannot be recognised', () => {
    expect(seal.seal('B')).not.toBe(seal.seal('B'));
  });

  it('is not opened with another secret, or for another purpose', () => {
    const sealed = seal.seal('B');
    expect(createSeal('another secret', 'sayings').open(sealed)).toBeUndefined();
    expect(createSeal('a secret that is not in the store', 'ballots 1').open(sealed)).toBeUndefined();
  });

  it('is not opened when it was damaged, cut off or never sealed', () => {
    const sealed = seal.seal('B');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sealed.length - 1 }), (place) => {
        const other = sealed[place] === 'A' ? 'Z' : 'A';
        const damaged = sealed.slice(0, place) + other + sealed.slice(place + 1);
        expect(seal.open(damaged) ?? 'B').toBe('B');
        expect(seal.open(sealed.slice(0, place))).toBeUndefined();
      }),
    );
    for (const never of ['', '{}', '签到', '{"identity":"m1"}']) expect(seal.open(never)).toBeUndefined();
  });
});
