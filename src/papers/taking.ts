import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { readAnswer, readsLikeChoice } from '../quiz/read-answer.ts';
import type { Zone } from '../time/zone.ts';
import { drawQuestions, type Drawing } from './draw.ts';
import type { FindQuestion } from './marking.ts';
import type { Opening } from './opening.ts';
import { putOnDesk } from './paper-desk.ts';
import { deadlineOf } from './paper-window.ts';
import { lengthOf } from './paper.ts';
import type { Move } from './request.ts';
import type { CompleteScreen, Lead, QuestionScreen } from './screen.ts';
import type { SheetStore } from './sheet-store.ts';
import { noPlace, triesOf, type Attempt } from './sheet.ts';
import { showQuestion, type ShownQuestion } from './shown-question.ts';

/** Going through the questions of a try that is open. */
export interface Taking {
  begin(turn: Turn, opening: Opening): QuestionScreen | CompleteScreen;
  /** The question that was shown last, again: after hours, or on another phone. */
  show(turn: Turn, opening: Opening, attempt: Attempt): QuestionScreen | CompleteScreen;
  go(turn: Turn, opening: Opening, attempt: Attempt, move: Move): QuestionScreen | CompleteScreen;
  /**
   * Takes down an answer, or changes it, and goes on to the next question without one. `undefined` when
   * the words are no answer; a Refusal when they are an impossible one.
   */
  answer(
    turn: Turn,
    opening: Opening,
    attempt: Attempt,
    given: GivenAnswer,
  ): QuestionScreen | CompleteScreen | undefined;
}

export interface GivenAnswer {
  /** Of the question it is meant for, 1 for the first; `noPlace` when it was said to none. */
  readonly place: number;
  /** As typed, in the letters the person sees. */
  readonly words: string;
}

export interface TakingParts {
  readonly sheets: Pick<SheetStore, 'keep'>;
  readonly desks: Desks;
  readonly zone: Zone;
  readonly find: FindQuestion;
}

export function createTaking({ sheets, desks, zone, find }: TakingParts): Taking {
  return {
    begin(turn, opening) {
      const { paper, sheet, window } = opening;
      const attempt: Attempt = {
        try: triesOf(sheet) + 1,
        deadline: deadlineOf(paper, window, turn.at),
        place: 1,
        answers: Array.from({ length: lengthOf(paper) }, () => ''),
      };
      return showAt(goingOf(turn, opening, attempt), 1);
    },

    show(turn, opening, attempt) {
      const going = goingOf(turn, opening, attempt);
      return attempt.place === noPlace ? goOn(going, going.ids.length) : showAt(going, attempt.place);
    },

    go(turn, opening, attempt, move) {
      const going = goingOf(turn, opening, attempt);
      const last = going.ids.length;
      // Behind the last question stands the offer to hand in.
      const place = attempt.place === noPlace ? last + 1 : attempt.place;
      if (typeof move === 'object') return showAt(going, move.place);
      switch (move) {
        case 'previous':
          return place === 1 ? showAt(going, 1, { kind: 'first' }) : showAt(going, place - 1);
        case 'next':
          return place >= last ? showAt(going, last, { kind: 'last' }) : showAt(going, place + 1);
        case 'skip':
          return skip(going, Math.min(place, last));
      }
    },

    answer(turn, opening, attempt, { place, words }) {
      const going = goingOf(turn, opening, attempt);
      if (place === noPlace) {
        return readsLikeChoice(words)
          ? goOn(going, going.ids.length, { kind: 'unplaced', words })
          : undefined;
      }
      const shown = shownAt(going, place);
      if (shown === undefined) return goOn(going, place, { kind: 'withdrawn', place });
      const read = readAnswer(shown.question, words);
      if (read.kind === 'noAnswer') return undefined;
      if (read.kind === 'impossible') throw new Refusal(`${read.advice}。`);

      const before = attempt.answers[place - 1] ?? '';
      const kept = shown.toBank(read.given);
      const changed = before !== '' && before !== kept;
      const answers = attempt.answers.with(place - 1, kept);
      const lead: Lead = { kind: 'answered', place, given: read.given, changed };
      return goOn({ ...going, attempt: { ...attempt, answers } }, place, lead);
    },
  };

  function skip(going: Going, place: number): QuestionScreen | CompleteScreen {
    const screen = goOn(going, place);
    const isOnly = screen.kind === 'question' && screen.attempt.place === place;
    return isOnly ? { ...screen, lead: { kind: 'only' } } : screen;
  }

  /** From this place to the next question without an answer, round the end to those that were skipped. */
  function goOn(going: Going, place: number, lead?: Lead): QuestionScreen | CompleteScreen {
    const { answers } = going.attempt;
    const places = answers.map((_, index) => ((place + index) % answers.length) + 1);
    const next = places.find((one) => answers[one - 1] === '' && shownAt(going, one) !== undefined);
    if (next !== undefined) return showAt(going, next, lead);
    keep(going, { ...going.attempt, place: noPlace });
    return { kind: 'complete', paper: going.opening.paper, ...(lead === undefined ? {} : { lead }) };
  }

  function showAt(going: Going, place: number, lead?: Lead): QuestionScreen | CompleteScreen {
    const shown = shownAt(going, place);
    if (shown === undefined) return goOn(going, place, lead ?? { kind: 'withdrawn', place });
    const { paper, window } = going.opening;
    const attempt = { ...going.attempt, place };
    keep(going, attempt);
    return {
      kind: 'question',
      paper,
      attempt,
      shown,
      ...(lead === undefined ? {} : { lead }),
      ...(attempt.deadline < window.until ? { limit: zone.localAt(attempt.deadline) } : {}),
    };
  }

  /** `undefined` when the question was withdrawn. */
  function shownAt({ turn, opening, drawing, ids }: Going, place: number): ShownQuestion | undefined {
    const id = ids[place - 1];
    if (id === undefined) throw new Refusal(`这份卷子是 1 到 ${ids.length} 题，没有第 ${place} 题。`);
    const question = find(id, turn.today);
    return question && showQuestion(question, opening.paper, drawing);
  }

  function keep({ turn, opening }: Going, attempt: Attempt): void {
    sheets.keep(turn.work, opening.sheet, attempt);
    putOnDesk(turn, desks, opening.paper.number);
  }
}

/** One step in an open try, with the questions that were drawn for it. */
interface Going {
  readonly turn: Turn;
  readonly opening: Opening;
  readonly attempt: Attempt;
  readonly drawing: Drawing;
  readonly ids: readonly string[];
}

function goingOf(turn: Turn, opening: Opening, attempt: Attempt): Going {
  const drawing = { userid: opening.sheet.userid, try: attempt.try };
  return { turn, opening, attempt, drawing, ids: drawQuestions(opening.paper, drawing) };
}
