import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Post } from '../post/post.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import { theOneCalled } from '../roster/the-one-called.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { readSpokenDay } from '../time/spoken/read-spoken-day.ts';
import { paperCard } from './announcement.ts';
import { isFor } from '../publishing/audience-of.ts';
import { noPaper } from './opening.ts';
import type { PaperStore } from './paper-store.ts';
import { longestMakeUp } from './paper-window.ts';
import type { Paper } from './paper.ts';
import type { SheetStore } from './sheet-store.ts';
import { makeUpReasons, type MakeUp } from './sheet.ts';

/** 补考: more time for somebody who was excused. */
export interface MakeUps {
  /** Gives it and tells the person. Throws a Refusal that says why it cannot be given. */
  allow(turn: Turn, typed: TypedMakeUp): Promise<AllowedMakeUp>;
}

export interface TypedMakeUp {
  readonly number: number;
  /** A name, or an account where two people have the same name. */
  readonly who: string;
  readonly until: string;
  readonly reason: string | undefined;
}

export interface AllowedMakeUp {
  readonly paper: Paper;
  readonly person: Person;
  readonly makeUp: MakeUp;
  /** When the person is told, in milliseconds since the epoch; `undefined` when quiet hours leave no time. */
  readonly toldAt: number | undefined;
}

export interface MakeUpParts {
  readonly store: Pick<PaperStore, 'find'>;
  readonly sheets: Pick<SheetStore, 'sheet' | 'allow'>;
  readonly post: Post;
}

export function createMakeUps({ store, sheets, post }: MakeUpParts): MakeUps {
  return {
    async allow(turn, typed) {
      const { number } = typed;
      const paper = await store.find(number);
      if (paper === undefined) throw new Refusal(noPaper(number));
      const person = personOf(turn, typed.who);
      const { name } = person;
      if (!isFor(paper, person, turn.roster))
        throw new Refusal(`测试 ${number} 不是发给${name}的，不用补考。`);

      const until = lastDayOf(paper, typed, turn.today);
      const sheet = await sheets.sheet(number, person.userid);
      if (sheet.results.length > 0) throw new Refusal(`${name}已经做过测试 ${number}，不用补考。`);
      if (sheet.attempt !== undefined && turn.at < sheet.attempt.deadline) {
        throw new Refusal(`${name}正在做测试 ${number}，还没有到时间，不用补考。`);
      }

      const reason = makeUpReasons.find((one) => one === typed.reason?.trim()) ?? '其他';
      sheets.allow(turn.work, sheet, { until, reason });
      const addressees = await post.address([person.userid], 'unasked', turn.at);
      const card = {
        ...paperCard(paper, until, turn.today),
        note: `补考：给您留到${dateWords(until, turn.today)}`,
      };
      post.send(
        turn.work,
        { id: `paper-${number}-makeup-${turn.identity}`, card, urgency: 'reminder' },
        addressees,
      );
      return { paper, person, makeUp: { until, reason }, toldAt: addressees[0]?.due };
    },
  };
}

function personOf({ roster, member }: Turn, who: string): Person {
  const own = roster.peopleInScopeOf(member);
  return theOneCalled(who, own, roster, () => `您的支部里没有${quoted(who)}。发“成员”看都有谁。`);
}

function lastDayOf(paper: Paper, { number, who, until }: TypedMakeUp, today: LocalDate): LocalDate {
  const example = `例如：补考 ${number} ${who} ${addDays(paper.until > today ? paper.until : today, 5).slice(5)}`;
  const day = readSpokenDay(until, today);
  if (day.kind === 'unclear') throw new Refusal(`补到哪一天不清楚：${day.why}。${example}`);
  if (day.kind === 'notADay') throw new Refusal(`补到哪一天没有看懂：${quoted(until)}。${example}`);
  if (day.kind === 'noSuchDay') throw new Refusal(`日历上没有${quoted(until)}这一天。${example}`);
  if (day.date < today) throw new Refusal(`${dateWords(day.date, today)}已经过去了。${example}`);
  if (day.date <= paper.until) {
    throw new Refusal(
      `测试 ${number} 本来就做到${dateWords(paper.until, today)}，补考请写更晚的日子。${example}`,
    );
  }
  const latest = addDays(paper.until, longestMakeUp);
  if (day.date > latest) throw new Refusal(`补考最晚到${dateWords(latest, today)}。${example}`);
  return day.date;
}
