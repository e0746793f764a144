import { Fault } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { SayingForm } from './saying-form.ts';
import type { Saying } from './saying.ts';

/** The first saying of a member's queue, and what its turn needs to know. */
export interface QueuedTurn {
  /** The userid in lower case. */
  readonly member: string;
  readonly saying: Saying;
  /** WeCom was told "received": the answer has to be sent. */
  readonly late: boolean;
  /** How long ago it arrived, in milliseconds. */
  readonly waited: number;
  readonly rosterVersion: string;
  readonly desk: Desk;
  /** Why it cannot be done: another version of the service wrote it down. */
  readonly failure?: Fault;
}

/** What the begin script answers about a turn it claimed; see inbox-scripts.ts. */
export type BegunReply = readonly [
  state: 'begun',
  line: string,
  saying: string,
  waited: number,
  rosterVersion: string,
  desk: readonly string[],
];

/** Reads a claimed turn. `brought` is the saying it was claimed for; it need not be the first one. */
export function queuedTurn(
  reply: BegunReply,
  member: string,
  brought: Saying | undefined,
  form: SayingForm,
): QueuedTurn {
  const [, line, stored, waited, rosterVersion, fields] = reply;
  const late = line.endsWith(lateMark);
  const identity = late ? line.slice(0, -lateMark.length) : line;
  const desk = pairs(fields);

  const saying = brought?.identity === identity ? brought : form.read(stored);
  if (saying?.identity === identity) return { member, saying, late, waited, rosterVersion, desk };
  return {
    member,
    saying: { identity, from: member, createdAt: 0, act: { kind: 'sent', what: '消息' } },
    late,
    waited,
    rosterVersion,
    desk,
    failure: new Fault(
      'reading a message that waited in a queue',
      'another version wrote it; it was put aside',
    ),
  };
}

/** The first line of the entry that a turn's saying has in the queue. */
export function queueLine({ saying: { identity }, late }: Pick<QueuedTurn, 'saying' | 'late'>): string {
  return late ? identity + lateMark : identity;
}

const lateMark = ' late';

function pairs(flat: readonly string[]): Desk {
  const desk: Record<string, string> = {};
  for (let index = 0; index + 1 < flat.length; index += 2) desk[flat[index] ?? ''] = flat[index + 1] ?? '';
  return desk;
}
