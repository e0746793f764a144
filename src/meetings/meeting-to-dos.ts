import type { ToDo, ToDoSource } from '../brief/to-do.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { replyNow } from './reply.ts';

/** Meetings of the coming week to which somebody has not replied. */
export function createMeetingToDos({
  store,
  participants,
}: {
  readonly store: Pick<MeetingStore, 'starting'>;
  readonly participants: Pick<ParticipantStore, 'all'>;
}): ToDoSource {
  return async (briefed, { today }) => {
    const coming = await store.starting({ date: today, minute: 0 }, { date: addDays(today, 7), minute: 0 });
    const called = coming.filter(({ state }) => state === 'called');
    const toDos = await Promise.all(called.map((meeting) => toDoFor(meeting, today)));
    return briefed.map(({ organisation }) =>
      called.flatMap((meeting, index) =>
        meeting.organisation === organisation.code ? (toDos[index] ?? []) : [],
      ),
    );
  };

  async function toDoFor(meeting: Meeting, today: LocalDate): Promise<ToDo | undefined> {
    const invited = await participants.all(meeting.number);
    const silent = invited.filter(({ reply }) => replyNow(reply, meeting) === undefined).length;
    if (silent === 0) return undefined;
    return {
      due: meeting.date,
      text: `${momentWords(meeting, today)}${meeting.title}，还没有回复 ${silent}/${invited.length} 人`,
      line: `提醒 会议 ${meeting.number}`,
    };
  }
}
