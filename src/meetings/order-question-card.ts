import type { Answer } from '../chat/answer.ts';
import type { CardButton } from '../chat/card.ts';
import { choiceQuestion } from '../wording/choice-question.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { LocalDate } from '../time/local-date.ts';
import { timeWords } from '../time/spoken-time.ts';
import type { Doubt, SpokenMoment } from '../time/spoken/doubt.ts';
import { monthlyWords } from '../time/spoken/monthly.ts';
import { orderLine, type OrderParts } from './meeting-order.ts';
import { momentButton, momentLabel } from './moment-label.ts';
import type { OrderQuestion } from './order-question.ts';

/** Asks what is missing of a call. A choice is the whole call with it: a tap does what typing it does. */
export function orderQuestion(
  question: OrderQuestion,
  types: readonly MeetingType[],
  today: LocalDate,
): Answer {
  const { known } = question;
  const [likeliest] = question.kind === 'when' ? question.choices : [known.when];
  const example = exampleOf(known, likeliest, today);
  const asked = (title: string, lines: readonly string[], choices: readonly CardButton[]): Answer =>
    choiceQuestion({ title, lines, choices, example });
  const choice = (label: string, parts: OrderParts): CardButton => ({
    label,
    line: orderLine({ ...known, ...parts }),
    tone: 'choice',
  });

  switch (question.kind) {
    case 'when': {
      const [first = '改到什么时候？', ...others] = doubtLines(question.doubts);
      const label = (when: SpokenMoment): string =>
        known.monthly === undefined ? momentButton(when, today) : timeWords(when.minute);
      return asked(
        first,
        others,
        question.choices.map((when) => choice(label(when), { when })),
      );
    }
    case 'type':
      return asked(
        '还没有说开什么会。',
        [],
        types.slice(0, mostChoices).map((type) => choice(type.name, { type, title: type.name })),
      );
    case 'group':
      return asked(
        '是哪个党小组？',
        question.groups.map(({ code, name }) => `${code}　${name}`),
        question.groups
          .slice(0, mostChoices)
          .map((organisation) => choice(organisation.code, { organisation })),
      );
  }
}

/** In one sentence where a title holds it (protocol §4.3: 36 characters), else a line each. */
export function doubtLines(doubts: readonly Doubt[]): readonly string[] {
  const words = doubts.map((doubt) => doubt.words);
  const sentence = `${words.join('；')}。`;
  if (words.length === 0) return [];
  return [...sentence].length <= 36 ? [sentence] : words.map((one) => `${one}。`);
}

/** Dialogues, rule 5. */
const mostChoices = 4;

function timeTyped({ monthly }: OrderParts, when: SpokenMoment | undefined, today: LocalDate): string {
  if (monthly !== undefined) return `每月${monthlyWords(monthly)}${timeWords(when?.minute ?? 15 * 60)}`;
  return when === undefined ? '下周三15:00' : momentLabel(when, today).replace(' ', '');
}

/** As people type it, with everything of theirs that was understood (dialogues, rule 7). */
function exampleOf(known: OrderParts, when: SpokenMoment | undefined, today: LocalDate): string {
  const { title = '党员大会', place, agenda = [], guests = [] } = known;
  const time = timeTyped(known, when, today);
  return [
    '开会',
    time,
    title,
    ...(place === undefined ? [] : [place]),
    ...(guests.length === 0 ? [] : [`列席：${guests.map(({ name }) => name).join('、')}`]),
    ...(agenda.length === 0 ? [] : [agenda.join('；')]),
  ].join(' ');
}
