import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../src/roster/formula-text.ts';

describe('text in a CSV cell', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', "'=1", "''@x"])('never runs as a formula: %j', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
  });

  it.each(['张三', '1-2', "O'Neil", "'引号'", ''])('stays as it is when it is harmless: %j', (text) => {
    expect(escapeFormula(text)).toBe(text);
    expect(unescapeFormula(text)).toBe(text);
  });

  it('comes back as it was, whatever it is', () => {
    const tricky = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '张') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), tricky), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
    );
  });
});
