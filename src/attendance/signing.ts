import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { Hours } from '../hours/hours.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { Participant } from '../meetings/participant.ts';
import { accountKey } from '../roster/account.ts';
import type { Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import { noteDeed, noteNoDeed } from '../undo/latest-deed.ts';
import { checkInTimes } from './check-in-times.ts';
import { creditAttended } from './held-hours.ts';
import { makeUpReasonOf, type MakeUpReason } from './make-up-reason.ts';
import { namedInvited } from './named-invited.ts';
import { refuseToMakeUp, refuseToRecord } from './refuse-signing.ts';
import { entryNow } from './entry-now.ts';
import type { EntrySource, Presence, RollEntry } from './roll-entry.ts';
import type { RollEntries } from './roll-entries.ts';
import { signingDetail } from './signing-detail.ts';

/** 代签 and 补签: an officer says that somebody was there, and it is kept that the officer said so. */
export interface Signing {
  /** 代签, while the meeting takes people. Throws a Refusal. */
  record(turn: Turn, meeting: Meeting, names: readonly string[], presence: Presence): Promise<Signed>;
  /** 补签, from its start until a month later. Throws a Refusal. */
  makeUp(
    turn: Turn,
    meeting: Meeting,
    name: string,
    words: string,
  ): Promise<Signed & { readonly reason: MakeUpReason }>;
}

export interface Signed {
  readonly meeting: Meeting;
  readonly presence: Presence;
  /** Those named, each once, are in one of the two. */
  readonly signed: readonly Person[];
  /** They stood in the roll before; nothing of theirs was changed. */
  readonly already: readonly Person[];
}

export interface SigningParts {
  readonly entries: Pick<RollEntries, 'add'>;
  readonly meetings: Pick<MeetingStore, 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'all'>;
  readonly types: readonly MeetingType[];
  readonly rules: CheckInRules;
  readonly zone: Zone;
  readonly hours: Pick<Hours, 'credit'>;
  readonly desks: Desks;
}

export function createSigning(parts: SigningParts): Signing {
  const { entries, meetings, participants, types, rules, zone, desks } = parts;

  return {
    async record(turn, meeting, names, presence) {
      refuseToRecord(turn, meeting, names[0] ?? '姓名', checkInTimes(meeting, rules, zone), zone);
      const source: EntrySource = { kind: 'recorded', by: turn.member.person.userid };
      return sign(turn, meeting, names, { presence, source });
    },
    async makeUp(turn, meeting, name, words) {
      refuseToMakeUp(turn, meeting, checkInTimes(meeting, rules, zone), zone);
      const reason = makeUpReasonOf(words);
      const source: EntrySource = { kind: 'madeUp', by: turn.member.person.userid, reason };
      const signed = await sign(turn, meeting, [name], { presence: presenceIn(words), source });
      return { ...signed, reason };
    },
  };

  async function sign(
    turn: Turn,
    meeting: Meeting,
    names: readonly string[],
    { presence, source }: Pick<RollEntry, 'presence' | 'source'>,
  ): Promise<Signed> {
    const invited = await participants.all(meeting.number);
    const named = [...new Set(names.map((name) => namedInvited(turn, meeting, invited, name)))];
    const absent = invited.filter((one) => entryNow(one, meeting) === undefined);
    const absentOf = ({ userid }: Person): Participant | undefined =>
      absent.find((one) => one.userid === accountKey(userid));
    const signed = named.filter((person) => absentOf(person) !== undefined);
    const already = named.filter((person) => absentOf(person) === undefined);
    const deskKey = desks.key(turn.member.person.userid);
    if (signed.length === 0) {
      noteNoDeed(turn, deskKey);
      return { meeting, presence, signed, already };
    }

    const at = { date: turn.today, minute: turn.minute };
    const entry: RollEntry = { round: meeting.round, presence, at, source };
    meetings.expectUnchanged(turn.work, meeting);
    for (const participant of signed.flatMap((person) => absentOf(person) ?? [])) {
      entries.add(turn.work, meeting.number, participant, entry);
    }
    if (meeting.state === 'held') {
      const type = types.find(({ code }) => code === meeting.type);
      creditAttended(turn.work, signed, meeting, type, parts);
    }
    const detail = signingDetail({
      number: meeting.number,
      entry,
      userids: signed.map(({ userid }) => userid),
    });
    noteDeed(turn, deskKey, { kind: 'attendance', detail });
    return { meeting, presence, signed, already };
  }
}

function presenceIn(words: string): Presence {
  if (/线上|视频|远程|在线/u.test(words)) return 'online';
  return /迟到|晚到/u.test(words) ? 'late' : 'present';
}
