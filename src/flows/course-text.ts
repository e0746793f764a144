import type { Turn } from '../chat/turn.ts';
import { yearOf, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { stampWords } from '../time/spoken-time.ts';
import type { Case } from './case.ts';
import { stateOf } from './case-state.ts';
import { placesOf } from './who-acts.ts';
import { caseName, caseTopic, placesWords, stepWords, valuesWords, whoWords } from './case-words.ts';

/** A screen has twelve lines; of a long course the latest. */
const mostEntries = 9;

/** Enough organisations to be named, so that nobody has to be asked who has not answered. */
const mostPlaces = 8;

/** 事项 7 经过: who did what when, oldest first. */
export function courseText(found: Case, turn: Turn): string {
  const { start, entries } = found;
  const line = (at: LocalMoment, by: string, what: string, said: string): string =>
    `${shortMoment(at, turn.today)} ${whoWords(by, found, turn)} · ${what}${said === '' ? '' : `：${said}`}`;
  const course = [
    line(start.at, start.by, '发起', ''),
    ...entries.map(({ at, by, action, values }) =>
      line(at, by, action, valuesWords(found, values, turn.today)),
    ),
  ];
  const { step, done } = stateOf(found);
  const places = step === undefined ? [] : placesOf(step.by, start, turn.roster, done);
  return [
    `${caseName(found)} ${caseTopic(found, turn.roster, 24)}`,
    ...(course.length > mostEntries ? [`（较早的 ${course.length - mostEntries} 次没有列出）`] : []),
    ...course.slice(-mostEntries),
    step === undefined
      ? '这件事已经结束。'
      : `现在：${stepWords(found.flow, step)}，等${placesWords(places, found, turn, mostPlaces)}。`,
  ].join('\n');
}

/** `11-20 08:41`; in another year than today's the day is enough. */
function shortMoment(moment: LocalMoment, today: LocalDate): string {
  return yearOf(moment.date) === yearOf(today) ? stampWords(moment) : moment.date;
}
