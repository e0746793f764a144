import { Refusal } from '../errors.ts';
import type { OutboxEntry } from '../delivery/outbox-entry.ts';
import type { Log } from '../log.ts';
import { preferencesOn } from '../preferences/preferences.ts';
import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Clock } from '../time/clock.ts';
import type { Zone } from '../time/zone.ts';
import type { Claim, Outcome } from './inbox-turn.ts';
import { replyTo } from './reply.ts';
import type { Responder, Response } from './responder.ts';
import type { Turn } from './turn.ts';

/** Decides claimed turns: who speaks, what is answered, what is written with it. */
export type Conversation = (claim: Claim, work: StatedWork) => Promise<Outcome>;

export interface ConversationParts {
  readonly respond: Responder;
  /** The roster of at least this version. */
  roster(version: string): Promise<Roster>;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly log: Log;
  /** States one accepted call to WeCom. */
  accept(work: UnitOfWork, entry: OutboxEntry, due: number): void;
  /** States that a passive reply counts towards the member's 30 messages a minute. */
  countPassive(work: UnitOfWork, userid: string): void;
}

export function createConversation(parts: ConversationParts): Conversation {
  const { clock, zone } = parts;

  return async (claim, work) => {
    const { saying } = claim;
    const roster = await parts.roster(claim.rosterVersion);
    const member = roster.find(saying.from);
    if (member === undefined) return { answer: undefined };

    const at = clock.now();
    const { date: today, minute } = zone.localAt(at);
    const turnWork = createUnitOfWork();
    const turn: Turn = {
      identity: saying.identity,
      member,
      roster,
      at,
      today,
      minute,
      desk: claim.desk,
      work: turnWork,
    };
    const response = await answered(turn, claim, () => work.include(turnWork));
    if (response.answer === undefined) return { answer: '' };

    if (typeof response.answer === 'object' && 'file' in response.answer) {
      const { subject, bytes } = response.answer.file;
      parts.log.info(
        { turn: saying.identity, role: member.role, subject, bytes: bytes.length },
        'somebody is given a file',
      );
    }

    const { userid } = member.person;
    const reply = replyTo(response.answer, {
      saying,
      userid,
      late: claim.late,
      textOnly: preferencesOn(claim.desk).textOnly,
      closing: response.closing,
    });
    for (const entry of reply.entries) parts.accept(work, entry, at);
    if (reply.passive !== '') parts.countPassive(work, userid);
    return { answer: reply.passive };
  };

  /** A refusal or a fault says something, and changes nothing. */
  async function answered(turn: Turn, claim: Claim, keep: () => void): Promise<Response> {
    try {
      if (claim.failure !== undefined) throw claim.failure;
      const response = await parts.respond(turn, claim.saying.act);
      keep();
      return response;
    } catch (error) {
      if (error instanceof Refusal) return { answer: error.message };
      // When Redis itself is away, storing this answer fails too, and the member is told to try again.
      parts.log.error({ err: error, act: claim.saying.act.kind }, 'a turn failed; nothing of it was kept');
      return { answer: '出了点问题，这条没有记下。请过一会儿再试，或发“帮助”。' };
    }
  }
}
