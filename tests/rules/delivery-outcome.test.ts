import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/delivery/outcome.ts';
import { byRoom, halves } from '../../src/delivery/split-recipients.ts';

const userids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9._-]{0,8}$/), { minLength: 1, maxLength: 50 });

describe('the outcome of a call', () => {
  it('lists every recipient exactly once, as the roster spells them', () => {
    fc.assert(
      fc.property(
        userids,
        fc.func(fc.constantFrom('reached', 'invalid', 'unlicensed')),
        (recipients, fate) => {
          const spelled = recipients.map((userid) => userid.toUpperCase());
          const { reached, missed } = outcomeOf(spelled, {
            invalid: recipients.filter((userid) => fate(userid) === 'invalid'),
            unlicensed: recipients.filter((userid) => fate(userid) === 'unlicensed'),
            messageId: 'm',
            responseCode: undefined,
          });
          expect([...reached, ...[...missed.values()].flat()].toSorted()).toEqual(spelled.toSorted());
          expect(reached).toEqual(spelled.filter((userid) => fate(userid.toLowerCase()) === 'reached'));
        },
      ),
    );
  });
});

describe('the parts of a list', () => {
  it('are two halves that hold everybody, neither empty', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 1000 }), (recipients) => {
        const parts = halves(recipients);
        expect(parts.flatMap((part) => part.recipients)).toEqual(recipients);
        expect(parts.every((part) => part.recipients.length > 0)).toBe(true);
      }),
    );
  });

  it('are those with room now and those without later', () => {
    expect(byRoom(['Lin', 'Wang', 'Zhao'], new Set(['wang']), 9000)).toEqual([
      { recipients: ['Lin', 'Zhao'], wait: 0 },
      { recipients: ['Wang'], wait: 9000 },
    ]);
    expect(byRoom(['Lin', 'Wang'], new Set(['lin', 'wang']), 9000)).toEqual([
      { recipients: ['Lin', 'Wang'], wait: 9000 },
    ]);
  });
});
