import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { readAnswer } from '../quiz/read-answer.ts';
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
import { triesOf, type Attempt } from './sheet.ts';
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
  /** Of the question it is meant for, 1 for the first. */
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
      return showAt(turn, opening, attempt, 1);
    },

    show: (turn, opening, attempt) => showAt(turn, opening, attempt, attempt.place),

    go(turn, opening, attempt, move) {
      const last = attempt.answers.length;
      const { place } = attempt;
      if (typeof move === 'object') {
        if (move.place >= 1 && move.place <= last) return showAt(turn, opening, attempt, move.place);
        throw new Refusal(`这份卷子是 1 到 ${last} 题，没有第 ${move.place} 题。`);
      }
      switch (move) {
        case 'previous':
          return place === 1
            ? showAt(turn, opening, attempt, 1, { kind: 'first' })
            : showAt(turn, opening, attempt, place - 1);
        case 'next':
          return place === last
            ? showAt(turn, opening, attempt, last, { kind: 'last' })
            : showAt(turn, opening, attempt, place + 1);
        case 'skip':
          return goOn(turn, opening, { ...attempt, place });
      }
    },

    answer(turn, opening, attempt, { place, words }) {
      const shown = shownAt(turn, opening, attempt, place);
      if (shown === undefined) return goOn(turn, opening, attempt, { kind: 'withdrawn', place });
      const read = readAnswer(shown.question, words);
      if (read.kind === 'noAnswer') return undefined;
      if (read.kind === 'impossible') throw new Refusal(`${read.advice}。`);

      const before = attempt.answers[place - 1] ?? '';
      const kept = shown.toBank(read.given);
      const lead: Lead = {
        kind: 'answered',
        place,
        given: read.given,
        changed: before !== '' && before !== kept,
      };
      const answered = { ...attempt, place, answers: attempt.answers.with(place - 1, kept) };
      return goOn(turn, opening, answered, lead);
    },
  };

  /** To the next question without an answer, round the end to those that were skipped. */
  function goOn(
    turn: Turn,
    opening: Opening,
    attempt: Attempt,
    lead?: Lead,
  ): QuestionScreen | CompleteScreen {
    const { answers, place } = attempt;
    const places = answers.map((_, index) => ((place + index) % answers.length) + 1);
    const next = places.find(
      (one) => answers[one - 1] === '' && shownAt(turn, opening, attempt, one) !== undefined,
    );
    if (next !== undefined) return showAt(turn, opening, attempt, next, lead);
    keep(turn, opening, attempt);
    return { kind: 'complete', paper: opening.paper, ...(lead === undefined ? {} : { lead }) };
  }

  function showAt(
    turn: Turn,
    opening: Opening,
    attempt: Attempt,
    place: number,
    lead?: Lead,
  ): QuestionScreen | CompleteScreen {
    const shown = shownAt(turn, opening, attempt, place);
    if (shown === undefined) {
      return goOn(turn, opening, { ...attempt, place }, lead ?? { kind: 'withdrawn', place });
    }
    const now = { ...attempt, place };
    keep(turn, opening, now);
    return {
      kind: 'question',
      paper: opening.paper,
      attempt: now,
      shown,
      ...(lead === undefined ? {} : { lead }),
      ...(attempt.deadline < opening.window.until ? { limit: zone.localAt(attempt.deadline) } : {}),
    };
  }

  /** `undefined` when the question was withdrawn. */
  function shownAt(
    turn: Turn,
    { paper, sheet }: Opening,
    attempt: Attempt,
    place: number,
  ): ShownQuestion | undefined {
    const drawing: Drawing = { userid: sheet.userid, try: attempt.try };
    const id = drawQuestions(paper, drawing)[place - 1];
    if (id === undefined) throw new Refusal(`这份卷子是 1 到 ${lengthOf(paper)} 题，没有第 ${place} 题。`);
    const question = find(id, turn.today);
    return question && showQuestion(question, paper, drawing);
  }

  function keep(turn: Turn, { paper, sheet }: Opening, attempt: Attempt): void {
    sheets.keep(turn.work, sheet, attempt);
    putOnDesk(turn, desks, paper.number);
  }
}
