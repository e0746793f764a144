import type { Card } from '../chat/card.ts';
import type { Flow } from '../library/flow.ts';
import type { Case, CaseStart } from './case.ts';
import type { CaseSurroundings } from './case-surroundings.ts';
import { deadlineWords } from './deadline-words.ts';
import { stateOf } from './case-state.ts';
import { contentLines } from './case-words.ts';
import { placesWords } from './who-words.ts';
import { deadlineOf } from './deadlines.ts';
import { peopleAt, placesOf } from './who-acts.ts';

/** What would begin, and whom it reaches, before anybody is written to. */
export function beginPreview(flow: Flow, start: CaseStart, around: CaseSurroundings): Card {
  const { roster, today, calendar } = around;
  const found: Case = { number: 0, flow, start, entries: [] };
  const state = stateOf(found);
  const places = state.step === undefined ? [] : placesOf(state.step.by, start, roster);
  const others = places
    .flatMap((place) => peopleAt(place, roster))
    .filter(({ userid }) => userid !== start.by);
  const people = new Set(others);
  const deadline = deadlineWords(deadlineOf(state, calendar), today);
  return {
    title: '预览（还没有发出）',
    note: `${flow.name}，发给：${placesWords(places, found, around)}（${people.size} 人）`,
    body: contentLines(found, state, around).join('\n'),
    facts: [
      ...(deadline === '' ? [] : [{ label: '期限', value: deadline }]),
      { label: '请确认', value: '内容不含涉密和内部文件' },
    ],
    buttons: [],
  };
}
