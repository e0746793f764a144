import type { Card, CardButton } from '../chat/card.ts';
import type { FlowAction } from '../library/flow.ts';
import { shortened } from '../wording/shortened.ts';
import type { Case } from './case.ts';
import type { CaseState } from './case-state.ts';
import { caseLine, contentLines, valuesWords, type CaseView } from './case-words.ts';

/** Dialogues, rule 5. The last one is for the course of things, unless just as many things can be done. */
const mostButtons = 4;

/** Protocol §4.3: 160 characters fit on a card, up to three of them line breaks between the parts. */
const longestBody = 157;
const longestSaid = 53;

/** `办结：已写好`; empty when nothing new was said. */
export function latestWords(found: Case, { last }: CaseState, { today }: CaseView): string {
  // What was written anew stands above already.
  const isNews = ([label]: readonly [string, string]): boolean => !found.flow.start.records.includes(label);
  const values = Object.fromEntries(Object.entries(last?.values ?? {}).filter(isNews));
  const said = valuesWords(found, values, today);
  return said === '' ? '' : `${last?.action ?? ''}：${said}`;
}

/** The same as far as a card has room for it. */
export function latestLine(found: Case, state: CaseState, view: CaseView): readonly string[] {
  const said = latestWords(found, state, view);
  return said === '' ? [] : [shortened(said, longestSaid)];
}

/** The text of a card with what can be done, then a button for all of the text, or for the course of things. */
export function withActions(
  found: Case,
  state: CaseState,
  view: CaseView,
  actions: readonly FlowAction[],
  turnOf: 'viewer' | 'others',
): Pick<Card, 'body' | 'buttons'> {
  const line = caseLine(found);
  const shown = actions.length === mostButtons ? mostButtons : mostButtons - 1;
  const others = actions.slice(shown).map(({ label }) => `${line} ${label}`);
  const whole = bodyOf(found, state, view, others);
  const all = `${line} 全文`;
  const cut = bodyOf(found, state, view, shown === mostButtons ? [...others, all] : others);
  const more = whole.isCut ? { label: '看全文', line: all } : courseButton(found);
  // Of several none is the one to take, nor is one that only ends what others still work on.
  const isTheOne = actions.length === 1 && turnOf === 'viewer';
  const tone = isTheOne ? {} : { tone: 'choice' as const };
  const buttons = actions.slice(0, shown).map(({ label }) => ({ label, line: `${line} ${label}`, ...tone }));
  return {
    body: (whole.isCut ? cut : whole).lines.join('\n'),
    buttons: buttons.length === mostButtons ? buttons : [...buttons, more],
  };
}

/** What it is about, what was said last, what is asked, and the lines there is no button for. */
function bodyOf(
  found: Case,
  state: CaseState,
  view: CaseView,
  others: readonly string[],
): { readonly lines: readonly string[]; readonly isCut: boolean } {
  const whole = contentLines(found, state, view).join('\n');
  const said = latestWords(found, state, view);
  const latest = shortened(said, longestSaid);
  const ask = state.step?.ask ?? '';
  const typed = others.length === 0 ? '' : `还可以发${others.map((one) => `“${one}”`).join('、')}。`;
  const content = shortened(whole, longestBody - [latest, ask, typed].join('').length);
  return {
    lines: [content, latest, ask, typed].filter((line) => line !== ''),
    isCut: content !== whole || latest !== said,
  };
}

export function courseButton(found: Case): CardButton {
  return { label: '看经过', line: `${caseLine(found)} 经过` };
}
