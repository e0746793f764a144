import * as z from 'zod';
import type { Turn } from '../chat/turn.ts';
import type { KeptThing } from './kept-thing.ts';
import type { NoticeDraft } from './notice-draft.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Fields of a committee member's desk, both as JSON:
 *   notice-draft  the notice whose preview waits for 确认, so that it can still be changed
 *   notice-thing  what was sent last, in case it is to go with a notice; of a file WeCom has the bytes,
 *                 here is only its name for them
 */
export interface NoticeDesk {
  /** The draft, if its preview still counts. */
  draft(turn: Turn): NoticeDraft | undefined;
  noteDraft(turn: Turn, draft: NoticeDraft): void;
  /** The file, picture or link, if it was sent not long ago. */
  thing(turn: Turn): KeptThing | undefined;
  noteThing(turn: Turn, thing: KeptThing): void;
  /** States that the draft is given up; what was sent for it stays. */
  dropDraft(turn: Turn): void;
  /** States that both are used up. */
  clear(turn: Turn): void;
}

/** As long as a preview (contract §4). In milliseconds. */
const draftLifetime = 10 * 60_000;

/** Longer, and nobody remembers what is meant. In milliseconds. */
const thingLifetime = 60 * 60_000;

/** `deskKey`: the key of somebody's desk. */
export function createNoticeDesk(deskKey: (userid: string) => string): NoticeDesk {
  const keyOf = ({ member }: Turn): string => deskKey(member.person.userid);

  return {
    draft: (turn) => read(turn, draftField, draftForm),
    noteDraft(turn, draft) {
      turn.work.write('HSET', keyOf(turn), draftField, kept(draft, turn.at + draftLifetime));
    },
    thing: (turn) => read(turn, thingField, thingForm),
    noteThing(turn, thing) {
      turn.work.write('HSET', keyOf(turn), thingField, kept(thing, turn.at + thingLifetime));
    },
    dropDraft(turn) {
      turn.work.write('HDEL', keyOf(turn), draftField);
    },
    clear(turn) {
      turn.work.write('HDEL', keyOf(turn), draftField, thingField);
    },
  };
}

const draftField = 'notice-draft';
const thingField = 'notice-thing';

function kept(value: NoticeDraft | KeptThing, until: number): string {
  return JSON.stringify({ value, until });
}

function read<Value>({ desk, at }: Turn, field: string, form: z.ZodType<Value>): Value | undefined {
  const found = readStored(z.object({ value: form, until: z.number() }), desk[field]);
  return found !== undefined && at < found.until ? found.value : undefined;
}

const draftForm: z.ZodType<NoticeDraft> = z.object({
  audience: z.string(),
  text: z.string(),
  when: z.string().exactOptional(),
  first: z.literal('secretaries').exactOptional(),
  people: z.number(),
});

const thingForm: z.ZodType<KeptThing> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['image', 'file']),
    mediaId: z.string(),
    name: z.string(),
    until: z.number(),
  }),
  z.object({ kind: z.literal('link'), url: z.string(), title: z.string() }),
]);
