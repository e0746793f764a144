import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { yearOf, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { stampWords } from '../time/spoken-time.ts';
import type { Case, CaseEntry } from './case.ts';
import { stateOf } from './case-state.ts';
import { caseLine, caseName, caseTopic, isLongFlow, stepWords, valuesWords } from './case-words.ts';
import { placesWords, whoWords } from './who-words.ts';
import { placesOf } from './who-acts.ts';
import { endWords } from './end-words.ts';

/** A screen has twelve lines, three of which are no entries. */
const entriesPerPage = 9;

/** Enough organisations to be named, so that nobody has to be asked who has not answered. */
const mostPlaces = 8;

/** 事项 7 经过: who did what when, oldest first; the first page has the latest. Throws a Refusal for no page. */
export function courseText(found: Case, page: number, turn: Turn): string {
  const lines = courseLines(found, turn);
  const until = lines.length - (page - 1) * entriesPerPage;
  const from = Math.max(until - entriesPerPage, 0);
  if (until <= 0) throw new Refusal(`经过没有第 ${page} 页。看最近的发“${caseLine(found)} 经过”。`);
  const earlier = from === 0 ? [] : [`（更早的 ${from} 次，发“${caseLine(found)} 经过 ${page + 1}”）`];
  return [
    `${caseName(found)} ${caseTopic(found, turn.roster, 24)}`,
    ...earlier,
    ...lines.slice(from, until),
    nowLine(found, turn),
  ].join('\n');
}

function courseLines(found: Case, turn: Turn): readonly string[] {
  const { start, entries } = found;
  const line = (at: LocalMoment, by: string, what: string): string =>
    `${shortMoment(at, turn.today)} ${whoWords(by, found, turn)} · ${what}`;
  return [
    line(start.at, start.by, '发起'),
    ...entries.map((entry, index) => line(entry.at, entry.by, deedWords(found, index, entry, turn.today))),
  ];
}

/** `办结：已写好`, in long flows `入党宣誓 完成`; the day it was recorded stands in front already. */
function deedWords(found: Case, index: number, { action, at, values }: CaseEntry, today: LocalDate): string {
  const others = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== at.date));
  const said = valuesWords(found, others, today);
  const before = stateOf({ ...found, entries: found.entries.slice(0, index) });
  const step = isLongFlow(found.flow) ? `${before.step?.name ?? ''} ` : '';
  return `${step}${action}${said === '' ? '' : `：${said}`}`;
}

function nowLine(found: Case, turn: Turn): string {
  const { step, done, last } = stateOf(found);
  if (step === undefined) return `这件事${endWords(last?.action)}。`;
  const places = placesOf(step.by, found.start, turn.roster, done);
  return `现在：${stepWords(found.flow, step)}，等${placesWords(places, found, turn, mostPlaces)}。`;
}

/** `11-20 08:41`; in another year than today's the day is enough. */
function shortMoment(moment: LocalMoment, today: LocalDate): string {
  return yearOf(moment.date) === yearOf(today) ? stampWords(moment) : moment.date;
}
