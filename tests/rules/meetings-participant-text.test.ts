import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings } from '../../src/meetings/invitation.ts';
import { participantText, readParticipant } from '../../src/meetings/participant-text.ts';
import { approvals, leaveReasons, type Reply } from '../../src/meetings/reply.ts';
import { dateOfEpochDay, localDate } from '../../src/time/local-date.ts';

const moments = fc.record({
  round: fc.integer({ min: 1, max: 999_999_999 }),
  at: fc.record({ date: fc.nat(41_900).map(dateOfEpochDay), minute: fc.nat(1439) }),
});
const replies: fc.Arbitrary<Reply> = fc.oneof(
  moments.map((moment) => ({ kind: 'coming' as const, ...moment })),
  fc
    .tuple(moments, fc.constantFrom(...leaveReasons), fc.constantFrom(...approvals))
    .map(([moment, reason, approval]) => ({ kind: 'leave' as const, reason, approval, ...moment })),
);

describe('what is kept of a participant', () => {
  it('is read back as it was written', () => {
    const people = fc.record(
      { standing: fc.constantFrom(...standings), reply: replies, rollEntry: fc.string() },
      { requiredKeys: ['standing', 'rollEntry'] },
    );
    fc.assert(
      fc.property(people, (person) => {
        const stored = participantText(person);
        expect(readParticipant('lin', stored)).toEqual({ userid: 'lin', ...person, stored });
      }),
    );
  });

  it('is short', () => {
    const at = { date: localDate(2026, 11, 20), minute: 8 * 60 + 31 };
    const coming: Reply = { kind: 'coming', round: 1, at };
    const leave: Reply = { kind: 'leave', reason: '请假', approval: 'asked', round: 2, at };
    expect(participantText({ standing: 'guest', rollEntry: '' })).toBe('g');
    expect(participantText({ standing: 'voting', reply: coming, rollEntry: 'pht9zz' })).toBe('vht9y7 pht9zz');
    expect(participantText({ standing: 'withoutVote', reply: leave, rollEntry: '' })).toBe('mht9y72pa');
  });

  it.each(['', ' ', 'x', 'Vht9y7', '1', 'yht9y7'])('is nobody when it is damaged: %j', (text) => {
    expect(readParticipant('lin', text)).toBeUndefined();
  });

  it.each(['vht9y', 'vHT9Y7', 'vht9y7p', 'vht9y7xa', 'vht9y7px', 'vht9y7pa1', 'v1 2026-11-20 541'])(
    'has no reply when that is damaged: %j',
    (text) => {
      expect(readParticipant('lin', text)).not.toHaveProperty('reply');
    },
  );
});
