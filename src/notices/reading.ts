import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { KeptThing } from './kept-thing.ts';
import type { NoticeDesk } from './notice-desk-store.ts';
import type { TypedNotice } from './notice-draft.ts';
import { readNoticeOrder, type NoticeOrder, type ThingWord } from './notice-order.ts';
import type { Notice, NoticeFile } from './notice.ts';
import { readSendingTime } from './sending-time.ts';

/** What of a notice its author types, besides whom it is for. */
export interface ReadNotice {
  readonly contents: Pick<Notice, 'text' | 'link' | 'file' | 'questions' | 'urgency'>;
  /** 定时, as an instant. */
  readonly due?: number;
}

/** Reads the words behind the audience, with what was sent before. Throws a Refusal that says what is wrong. */
export type ReadTyped = (turn: Turn, typed: Pick<TypedNotice, 'text' | 'when'>) => ReadNotice;

export interface ReadingParts {
  readonly desk: Pick<NoticeDesk, 'thing'>;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

export function createReadTyped({ desk, zone, calendar }: ReadingParts): ReadTyped {
  return (turn, typed) => {
    const { text, link, thing: word, questions, urgency, when } = orderOf(turn, typed);
    const due = when && zone.instantOf(when.date, when.minute);
    const thing = word && thingFor(turn, word);
    const opens = link ?? (thing?.kind === 'link' ? thing.url : undefined);
    return {
      contents: {
        // A link that was sent on has a title.
        text: text === '' && thing?.kind === 'link' ? thing.title : text,
        ...(opens === undefined ? {} : { link: opens }),
        ...(thing === undefined || thing.kind === 'link'
          ? {}
          : { file: lasting(turn, thing, due ?? turn.at) }),
        questions,
        urgency,
      },
      ...(due === undefined ? {} : { due }),
    };
  };

  function orderOf(turn: Turn, { text, when }: Pick<TypedNotice, 'text' | 'when'>): NoticeOrder {
    const now = { today: turn.today, minute: turn.minute, calendar };
    const order = readNoticeOrder(text, now);
    if (when === undefined) return order;
    if (order.urgency === 'urgent') throw new Refusal('这条是加急的，现在就发，不能定时。');
    return { ...order, when: readSendingTime(when, now).when };
  }

  function thingFor(turn: Turn, word: ThingWord): KeptThing {
    const thing = desk.thing(turn);
    if (thing !== undefined && wordsOf[thing.kind].includes(word)) return thing;
    throw new Refusal(
      `还没有收到要发的${word}（一小时内有效）。请先把它发给我，再发这一句。\n如果“${word}”是内容开头的词，请和后面的字连着写。`,
    );
  }

  function lasting(turn: Turn, file: NoticeFile, sentAt: number): NoticeFile {
    if (sentAt < file.until) return file;
    const last = momentWords(zone.localAt(file.until), turn.today);
    throw new Refusal(`${file.name}在企业微信里只保存三天，最晚能定到${last}。请改早一些，或到时候重新发。`);
  }
}

const wordsOf: Readonly<Record<KeptThing['kind'], readonly ThingWord[]>> = {
  image: ['图片', '照片', '附件'],
  file: ['文件', '附件'],
  link: ['链接'],
};
