import type { CurrentRoll, ReadRoll } from '../attendance/read-roll.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { TakeBackCase } from '../flows/taking-back.ts';
import type { Tasks } from '../flows/tasks.ts';
import { lengthOf } from '../library/summary.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Zone } from '../time/zone.ts';
import { noteDeed } from '../undo/latest-deed.ts';
import type { MinutesDraft, PlacedPiece } from './minutes-draft.ts';
import type { MinutesStore } from './minutes-store.ts';
import { readingOf, refuseUnheld, type MinutesView, type OpenMinutes } from './open-minutes.ts';
import { readMinutesPiece, type ReadPiece } from './read-minutes.ts';
import { refuseMinutes } from './refuse-minutes.ts';
import { giveTasks, type TaskGiving } from './task-giving.ts';

/**
 * Minutes are written in pieces, one message each, by the officers of the organisation that met. They are
 * a draft: the paper that is signed is what counts (domain §6.1). A number may be left out where only one
 * meeting can be meant; whatever cannot be done is a Refusal.
 */
export interface Minutes {
  view(turn: Turn, number: number | undefined): Promise<MinutesView>;
  /** States one more piece and gives its tasks to people; 撤销 takes both back. */
  write(turn: Turn, number: number | undefined, text: string): Promise<WrittenMinutes>;
  /** States that the latest piece was a mistake, with its tasks. */
  takeBackLatest(turn: Turn, number: number | undefined): Promise<TakenBackPiece>;
  /** 撤销: the same for the piece at this place; `undefined` when it is gone. */
  takeBack(turn: Turn, number: number, place: number): Promise<TakenBackPiece | undefined>;
  /** States that the draft goes out as a paper. */
  export(turn: Turn, number: number | undefined): Promise<MinutesForPaper>;
}

export interface WrittenMinutes extends TaskGiving {
  readonly piece: ReadPiece;
  /** With the piece. */
  readonly view: MinutesView;
}

export interface TakenBackPiece {
  readonly meeting: Meeting;
  readonly piece: PlacedPiece;
  /** What became of its tasks, a text each. */
  readonly tasks: readonly string[];
}

export interface MinutesForPaper extends MinutesView {
  readonly roll: CurrentRoll;
}

export interface MinutesParts {
  readonly store: MinutesStore;
  readonly meetings: Pick<MeetingStore, 'find'>;
  readonly open: OpenMinutes;
  readonly readRoll: ReadRoll;
  readonly tasks: Tasks;
  readonly takeBackCase: TakeBackCase;
  readonly desks: Desks;
  readonly zone: Zone;
}

export function createMinutes(parts: MinutesParts): Minutes {
  const { store, meetings, open, readRoll, tasks, takeBackCase, desks, zone } = parts;

  return {
    view: (turn, number) => open(turn, number, (one) => `纪要 ${one}`),

    async write(turn, number, text) {
      const before = await open(turn, number, (one) => `纪要 ${one} 决议：…`);
      const { meeting, type, draft } = before;
      refuseUnheld(turn, meeting, zone);
      const piece = readMinutesPiece(text);
      const written = draft.pieces.reduce((sum, one) => sum + lengthOf(one.text), 0);
      refuseMinutes(text, piece, { number: meeting.number, type, written });
      if (piece.lines.length === 0) throw new Refusal(nothingToWrite(meeting, piece));

      const giving = await giveTasks(turn, draft, piece, tasks);
      const added: PlacedPiece = {
        place: draft.changes + 1,
        text,
        by: turn.member.person.userid,
        at: { date: turn.today, minute: turn.minute },
        tasks: giving.given.map(({ number: task, line }) => ({ number: task, line })),
      };
      const { place, ...kept } = added;
      store.append(turn.work, draft, kept);
      const deed = { kind: 'minutes', detail: `${meeting.number} ${place}` } as const;
      noteDeed(turn, desks.key(turn.member.person.userid), deed);
      const after = { ...draft, pieces: [...draft.pieces, added] };
      return { ...giving, piece, view: { ...before, ...readingOf(after, type) } };
    },

    async takeBackLatest(turn, number) {
      const { meeting, draft } = await open(turn, number, (one) => `纪要 ${one} 撤回上一段`);
      const latest = draft.pieces.at(-1);
      if (latest === undefined) throw new Refusal(`会议 ${meeting.number} 还没有写纪要，没有可以撤回的。`);
      return remove(turn, meeting, draft, latest);
    },

    async takeBack(turn, number, place) {
      const [meeting, draft] = await Promise.all([meetings.find(number), store.find(number)]);
      const piece = draft.pieces.find((one) => one.place === place);
      return meeting && piece && remove(turn, meeting, draft, piece);
    },

    async export(turn, number) {
      const view = await open(turn, number, (one) => `纪要 ${one} 导出`);
      refuseUnheld(turn, view.meeting, zone);
      if (view.draft.pieces.length > 0) store.noteExported(turn.work, view.draft, turn.today);
      return { ...view, roll: await readRoll(view.meeting) };
    },
  };

  async function remove(
    turn: Turn,
    meeting: Meeting,
    draft: MinutesDraft,
    piece: PlacedPiece,
  ): Promise<TakenBackPiece> {
    store.remove(turn.work, draft, piece.place);
    const said: string[] = [];
    for (const { number } of piece.tasks) said.push(await takeBackCase(turn, number));
    return { meeting, piece, tasks: said };
  }
}

function nothingToWrite({ number }: Meeting, { passedOver }: ReadPiece): string {
  const known = passedOver.length === 0 ? '' : `${passedOver.join('、')}按会议和考勤填，不用写。`;
  return `${known}这里没有要记的内容。\n例如：纪要 ${number} 决议：同意`;
}
