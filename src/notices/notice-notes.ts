import type { BriefNote, BriefNoteSource } from '../brief/brief-note.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import type { NoticeStore } from './notice-store.ts';
import type { ReceiptState } from './receipt.ts';
import type { ReceiptStore } from './receipt-store.ts';

/** Which notices of the last two weeks some of an officer's people have got and not confirmed. */
export function createNoticeNotes({
  store,
  receipts,
}: {
  readonly store: Pick<NoticeStore, 'latest' | 'find'>;
  readonly receipts: Pick<ReceiptStore, 'states'>;
}): BriefNoteSource {
  return async (briefed, { roster, at }) => {
    const latest = await store.latest();
    const numbers = Array.from({ length: Math.min(latest, lookBack) }, (_, index) => latest - index);
    const found = await Promise.all(numbers.map((number) => store.find(number)));
    const recent = found.flatMap((notice) =>
      notice?.life.state === 'sent' && notice.life.at >= at - twoWeeks ? [notice.number] : [],
    );
    const sent = await Promise.all(
      recent.map(async (number) => ({ number, states: await receipts.states(number) })),
    );
    return briefed.map(({ organisation }) => noteOf(sent, organisation, roster));
  };
}

/** Older ones are let rest: whoever has not confirmed by then will not. */
const twoWeeks = 14 * 24 * 3600_000;
/** A large notice has ten thousand receipts. */
const lookBack = 10;
/** One line of a screen. */
const mostNamed = 2;

interface SentNotice {
  readonly number: number;
  /** By userid in lower case. */
  readonly states: ReadonlyMap<string, ReceiptState>;
}

function noteOf(sent: readonly SentNotice[], { code }: Organisation, roster: Roster): BriefNote | undefined {
  const people = roster.peopleIn(code).map(({ userid }) => userid.toLowerCase());
  const open = sent.flatMap(({ number, states }) => {
    const kinds = people.flatMap((userid) => states.get(userid)?.kind ?? []);
    const missing = kinds.filter((kind) => kind === 'sent').length;
    return missing === 0 ? [] : [{ number, words: `通知 ${number} 有 ${missing}/${kinds.length} 人` }];
  });
  const [first] = open;
  if (first === undefined) return undefined;
  const named = open.slice(0, mostNamed).map(({ words }) => words);
  const more = open.length > mostNamed ? `等 ${open.length} 条通知` : '';
  return { text: `还没有确认：${named.join('，')}${more}`, line: `提醒 通知 ${first.number}`, label: '提醒' };
}
