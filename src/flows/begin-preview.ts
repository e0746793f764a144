import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { laterWords } from '../publishing/later-words.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Case } from './case.ts';
import { deadlineWords } from './deadline-words.ts';
import { stateOf } from './case-state.ts';
import { contentLines } from './case-words.ts';
import { placesWords } from './who-words.ts';
import { deadlineOf } from './deadlines.ts';
import type { Told } from './telling.ts';
import { placesOf } from './who-acts.ts';

/** What would begin, and whom it reaches when, before anybody is written to. */
export function beginPreview(
  found: Case,
  told: Told,
  turn: Turn,
  { calendar, zone }: { readonly calendar: WorkCalendar; readonly zone: Zone },
): Card {
  const around = { roster: turn.roster, today: turn.today, calendar };
  const state = stateOf(found);
  const places = state.step === undefined ? [] : placesOf(state.step.by, found.start, turn.roster);
  const deadline = deadlineWords(deadlineOf(state, calendar), turn.today);
  const later = laterWords(told, turn, zone);
  return {
    title: '预览（还没有发出）',
    note: `${found.flow.name}，发给：${placesWords(places, found, around)}（${told.people.length} 人）`,
    // A fact has room for thirty characters only.
    body: [...contentLines(found, state, around), ...(later === undefined ? [] : [`时间：${later}`])].join(
      '\n',
    ),
    facts: [
      ...(deadline === '' ? [] : [{ label: '期限', value: deadline }]),
      { label: '请确认', value: '内容不含涉密和内部文件' },
    ],
    buttons: [],
  };
}
