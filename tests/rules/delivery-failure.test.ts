import { describe, expect, it } from 'vitest';
import { failureOf, verdictOn } from '../../src/delivery/failure.ts';
import { WecomError } from '../../src/wecom/errors.ts';

const refused = (errcode: number) => failureOf(new WecomError({ api: 'message/send', errcode, errmsg: '' }));

describe('what becomes of a message that WeCom did not accept', () => {
  it.each([
    [-1, 1, 'later'],
    [42_001, 1, 'later'],
    [45_033, 1, 'crowded'],
    [45_009, 1, 'held'],
    [60_020, 1, 'held'],
    [81_013, 1, 'unreachable'],
    [81_013, 1000, 'unreachable'],
    [60_111, 1, 'unreachable'],
    [60_111, 2, 'halved'],
    [40_032, 1000, 'halved'],
    [45_002, 100, 'dead'],
    [40_058, 1, 'dead'],
    [40_007, 1, 'dead'],
    [123_456, 1, 'dead'],
  ])('%i with %i recipients: %s', (errcode, recipients, verdict) => {
    expect(verdictOn(refused(errcode), recipients)).toBe(verdict);
  });

  it('is tried again when the fault is our own', () => {
    expect(verdictOn(failureOf(new TypeError('x is not a function')), 1)).toBe('later');
  });
});

describe('a refused message', () => {
  it('may have arrived when WeCom gave no number of its own', () => {
    expect(refused(-1).mayHaveArrived).toBe(true);
    expect(refused(45_009).mayHaveArrived).toBe(false);
    expect(failureOf(new Error('socket hang up')).mayHaveArrived).toBe(true);
  });

  it('has not arrived when the error knows that it did not', () => {
    const error = Object.assign(new WecomError({ api: 'message/send', errcode: -1, errmsg: '' }), {
      mayHaveArrived: false,
    });
    expect(failureOf(error).mayHaveArrived).toBe(false);
  });
});
