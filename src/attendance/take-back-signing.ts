import type { Hours } from '../hours/hours.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { TakeBack } from '../undo/undo.ts';
import type { RollEntries } from './roll-entries.ts';
import { rollEntryText } from './roll-entry-text.ts';
import { namesOf } from './roll-words.ts';
import { readSigningDetail } from './signing-detail.ts';

/** 撤销 of 代签 and 补签: those whose entry is still the officer's are not there any more. */
export function createTakeBackSigning({
  entries,
  meetings,
  participants,
  hours,
}: {
  readonly entries: Pick<RollEntries, 'remove'>;
  readonly meetings: Pick<MeetingStore, 'find' | 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'of'>;
  readonly hours: Pick<Hours, 'retract'>;
}): TakeBack {
  return async (turn, detail) => {
    const deed = readSigningDetail(detail);
    const meeting = deed && (await meetings.find(deed.number));
    if (deed === undefined || meeting === undefined) return nothing;

    const { number, entry, userids } = deed;
    const now = await Promise.all(userids.map((userid) => participants.of(userid, [number])));
    const text = rollEntryText(entry);
    const back = now.flatMap(([one]) => (one?.rollEntry === text ? [one] : []));
    if (back.length === 0) return nothing;
    meetings.expectUnchanged(turn.work, meeting);
    for (const participant of back) {
      entries.remove(turn.work, number, participant);
      hours.retract(turn.work, participant.userid, { event: { kind: 'meeting', number }, on: meeting.date });
    }
    const what = entry.source.kind === 'recorded' ? '代签' : '补签';
    const accounts = back.map(({ userid }) => userid);
    return `已撤销刚才的${what}：${namesOf(turn.roster, accounts)}（会议 ${number}）。`;
  };
}

const nothing = '刚才的签到后来又改过了，没有可以撤销的。';
