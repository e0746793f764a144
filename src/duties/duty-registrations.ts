import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { DutyRules } from '../library/duty-rules.ts';
import { dutiesInForce, type DutyInForce } from '../library/duty-standard.ts';
import type { Organisation } from '../roster/roster.ts';
import { addMonths, yearOf, type LocalDate } from '../time/local-date.ts';
import { calendarWords, dateWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { noteDeed } from '../undo/latest-deed.ts';
import { deedText, type DutyDeed } from './deed-text.ts';
import type { DutyBook } from './duty-book.ts';
import type { DutyDaysStore } from './duty-days-store.ts';
import type { DutyStore } from './duty-store.ts';
import type { Fulfilment } from './fulfilment.ts';
import { accepts } from './meet.ts';
import { namedBearer, ownOrganisation, type Example } from './named-bearer.ts';
import { namedDuty } from './named-duty.ts';
import { noticedTerm } from './notice-terms.ts';
import { isMet, type Obligation } from './obligation.ts';
import { checkDoneDay, checkRegistrable } from './registrable.ts';
import { readComingDay, readDoneDay, type TypedFulfilment } from './typed-fulfilment.ts';

/** 登记: what an officer says that the service cannot know by itself. */
export interface DutyRegistrations {
  /** Records that a duty was met. Throws a Refusal with a correct example. */
  register(turn: Turn, typed: TypedFulfilment): Promise<Registered>;
  /** Records until when a notice gives time, for the organisation and all below it. */
  setNoticeDay(turn: Turn, typed: TypedFulfilment): Promise<Noticed>;
  /** Takes away what was registered. Throws a Refusal when nothing was. */
  withdraw(turn: Turn, typed: TypedFulfilment): Promise<Fulfilled>;
}

/** A duty, met on a day. */
export interface Fulfilled {
  readonly organisation: Organisation;
  readonly duty: DutyInForce;
  readonly date: LocalDate;
}

export interface Registered extends Fulfilled {
  /** It was recorded before; nothing was changed. */
  readonly already: boolean;
  /** The term it counts for, as it is then; absent when the rule has no number. */
  readonly term?: Obligation;
  /** Whether that term was met before, on other days. */
  readonly wasMet: boolean;
}

export interface Noticed {
  readonly organisation: Organisation;
  readonly duty: DutyInForce;
  readonly day: LocalDate;
}

export interface DutyRegistrationParts {
  readonly rules: DutyRules;
  readonly calendar: WorkCalendar;
  readonly book: Pick<DutyBook, 'readAll'>;
  readonly store: DutyStore;
  readonly days: Pick<DutyDaysStore, 'noticeDays' | 'setNoticeDay'>;
  readonly desks: Desks;
}

export function createDutyRegistrations(parts: DutyRegistrationParts): DutyRegistrations {
  const { rules, book, store, days, desks } = parts;

  return {
    async register(turn, typed) {
      const done = readDone(turn, typed, exampleOf('登记', turn, typed));
      const fulfilment = fulfilmentOf(done);
      const already = (await recordedOn(done)).length > 0;
      const term = await termOf(turn, done);
      if (!already) {
        store.add(turn.work, fulfilment);
        note(turn, { kind: 'registered', fulfilment });
      }
      const wasMet = term !== undefined && isMet(term);
      const met = [...(term?.met ?? []), done.date];
      return { ...done, already, wasMet, ...(term === undefined ? {} : { term: { ...term, met } }) };
    },

    async setNoticeDay(turn, typed) {
      const example = noticeExample(turn);
      const organisation = ownOrganisation(turn, typed.organisation);
      const noticed = dutiesInForce(rules, turn.today).filter(({ rule }) => rule.notice !== undefined);
      const duty = namedDuty(typed.duty, noticed, example);
      const { code, title } = duty.rule;
      if (typed.day === undefined) throw new Refusal(`还缺到哪一天。${example(title)}`);
      const day = readComingDay(typed.day, turn.today, example(title));
      if (day < turn.today)
        throw new Refusal(`${calendarWords(day, turn.today)}已经过了，请核对。${example(title)}`);

      const given = await days.noticeDays();
      const term = noticedTerm(parts, code, turn.today, given);
      if (term === undefined || day > addMonths(term.anchor, mostMonths)) {
        throw new Refusal(`${calendarWords(day, turn.today)}太远了，请核对年份。${example(title)}`);
      }
      const named = { organisation: organisation.code, duty: code, anchor: term.anchor };
      const before = given.find(
        (one) => one.organisation === named.organisation && one.duty === code && one.anchor === term.anchor,
      )?.day;
      days.setNoticeDay(turn.work, named, before, day);
      note(turn, { kind: 'notice', term: named, before });
      return { organisation, duty, day };
    },

    async withdraw(turn, typed) {
      const done = readDone(turn, typed, exampleOf('撤登记', turn, typed));
      const recorded = await recordedOn(done);
      const registered = recorded.find(({ evidence }) => evidence.kind === 'registered');
      if (registered === undefined) throw new Refusal(nothingToWithdraw(done, recorded, turn.today));
      store.remove(turn.work, registered);
      note(turn, { kind: 'withdrawn', fulfilment: registered });
      return done;
    },
  };

  /** Throws a Refusal that says what was not understood. */
  function readDone(turn: Turn, typed: TypedFulfilment, example: Example): Fulfilled {
    const { organisation, duty } = namedBearer(turn, rules, typed, example);
    checkRegistrable(duty.rule);
    const advice = example({ title: duty.rule.title, day: turn.today });
    if (typed.day === undefined) throw new Refusal(`还缺哪一天。${advice}`);
    const date = readDoneDay(typed.day, turn.today, advice);
    checkDoneDay(date, duty.rule, turn, advice);
    return { organisation, duty, date };
  }

  async function recordedOn({ organisation, duty, date }: Fulfilled): Promise<readonly Fulfilment[]> {
    const [recorded = []] = await store.ofEach([organisation.code], [yearOf(date)]);
    return recorded.filter((one) => one.duty === duty.rule.code && one.date === date);
  }

  /** The term that a day belongs to, before the day counts. */
  async function termOf(
    turn: Turn,
    { organisation, duty, date }: Fulfilled,
  ): Promise<Obligation | undefined> {
    const { roster, today } = turn;
    const stretch = { from: date, until: today };
    const [all = []] = await book.readAll({ roster, organisations: [organisation], today, stretch });
    const terms = all.filter((term) => term.duty.rule.code === duty.rule.code && accepts(term, date));
    return terms.find((term) => !isMet(term)) ?? terms[0];
  }

  function note(turn: Turn, deed: DutyDeed): void {
    noteDeed(turn, desks.key(turn.member.person.userid), { kind: 'duty', detail: deedText(deed) });
  }
}

/** A notice that gives time for longer than the year after is a slip. */
const mostMonths = 24;

function fulfilmentOf({ organisation, duty, date }: Fulfilled): Fulfilment {
  return { organisation: organisation.code, duty: duty.rule.code, date, evidence: { kind: 'registered' } };
}

/** The person's own words, but for those that were wrong (dialogues, rule 7). */
function exampleOf(command: string, { today }: Turn, typed: TypedFulfilment): Example {
  return ({ title, organisation = typed.organisation, day }) => {
    const when = day?.slice(5) ?? typed.day ?? today.slice(5);
    const words = [command, title, when, ...(organisation === undefined ? [] : [`@${organisation}`])];
    return `例如：${words.join(' ')}`;
  };
}

function noticeExample({ today }: Turn): (title: string) => string {
  return (title) => `例如：登记 ${title} 通知为准 ${yearOf(today) + 1}-03-31`;
}

function nothingToWithdraw(
  { organisation, duty, date }: Fulfilled,
  recorded: readonly Fulfilment[],
  today: LocalDate,
): string {
  const what = `${organisation.name} ${dateWords(date, today)}的${duty.rule.title}`;
  return recorded.length === 0
    ? `没有登记过${what}，不用撤。`
    : `${what}是会议或测试结束后自动记的，不能撤。有出入请先改会议。`;
}
