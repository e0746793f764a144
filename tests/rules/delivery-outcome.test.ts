import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendEntry } from '../../src/delivery/outbox-entry.ts';
import type { Successor } from '../../src/delivery/outbox.ts';
import { outcomeOf } from '../../src/delivery/outcome.ts';
import { byRoom, halves } from '../../src/delivery/split-recipients.ts';
import { text } from '../../src/wecom/message.ts';

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

describe('the parts of a call', () => {
  it('are two halves that hold everybody, neither empty', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 1000 }), (recipients) => {
        const parts = halves(call(recipients)).map(partOf);
        expect(parts.flatMap((part) => part.recipients)).toEqual(recipients);
        expect(parts.every((part) => part.recipients.length > 0 && part.begin.wait === 0)).toBe(true);
      }),
    );
  });

  it('are those with room now and those without later, everybody in one of them', () => {
    expect(byRoom(call(['Lin', 'Wang', 'Zhao']), new Set(['wang']), 9000).map(partOf)).toMatchObject([
      { recipients: ['Lin', 'Zhao'], begin: { wait: 0 } },
      { recipients: ['Wang'], begin: { wait: 9000 } },
    ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean()), { minLength: 1 }), (people) => {
        const recipients = people.map(([userid]) => userid);
        const full = new Set(people.filter(([, isFull]) => isFull).map(([userid]) => userid.toLowerCase()));
        const parts = byRoom(call(recipients), full, 9000).map(partOf);
        expect(parts.flatMap((part) => part.recipients).toSorted()).toEqual(recipients.toSorted());
        for (const part of parts) {
          const isLater = part.begin.wait > 0;
          expect(part.recipients.every((userid) => full.has(userid.toLowerCase()) === isLater)).toBe(true);
        }
      }),
    );
  });

  it('have cards of their own, since WeCom takes each but once', () => {
    const card = { ...call(['Lin', 'Wang']), part: 'of-an-earlier-division' };
    const names = [...halves(card), ...halves(card)].map((part) => partOf(part).part);
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^[\w-]{8}$/u);
  });
});

function call(recipients: readonly string[]): SendEntry {
  return { kind: 'send', id: 'n', message: text('您好'), recipients, urgency: 'notice' };
}

function partOf({ entry, begin }: Successor) {
  if (entry.kind !== 'send' || !('wait' in begin)) throw new Error('not a part of a call');
  return { recipients: entry.recipients, part: entry.part, begin };
}
