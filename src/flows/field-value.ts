import { Refusal } from '../errors.ts';
import type { FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import { dayOf } from './field-day.ts';
import type { FieldReading } from './field-reading.ts';
import { yearOf, type LocalDate } from '../time/local-date.ts';
import { refusePrivateText } from './private-text.ts';

/** What was typed for a field as it is recorded. Throws a Refusal that says what the field wants. */
export function fieldValue(field: FlowField, word: string, reading: FieldReading): string {
  switch (field.kind) {
    case 'text': {
      refusePrivateText(word, reading.never);
      const length = [...word].length;
      if (length <= field.most) return word;
      throw new Refusal(`${field.label}有 ${length} 个字，最多 ${field.most} 个，请缩短。`);
    }
    case 'date':
      return dayOf(field, word, reading);
    case 'choice': {
      const choice = field.choices.find((one) => one === word.normalize('NFKC'));
      if (choice !== undefined) return choice;
      throw new Refusal(`${field.label}没有${quoted(word)}这一项，可以选：${field.choices.join('、')}。`);
    }
    case 'year':
      return yearOfWord(field.label, word, reading.today);
    case 'number':
    case 'count':
      return numberOf(field, word);
  }
}

/** In years. What is farther off is a slip. */
const farthestBack = 5;

/** `2026`, `26年`, `今年`. */
function yearOfWord(label: string, word: string, today: LocalDate): string {
  const now = yearOf(today);
  const typed = word.normalize('NFKC').replace(/年度?$/u, '');
  const named = ['去', '今', '明'].indexOf(typed);
  const year =
    named >= 0 ? now + named - 1 : /^\d{2}$|^\d{4}$/u.test(typed) ? (Number(typed) % 100) + 2000 : 0;
  if (year === 0) throw new Refusal(`${label}要写哪一年，${quoted(word)}没有看懂。`);
  const isWhole = typed.length !== 4 || Number(typed) === year;
  if (isWhole && year >= now - farthestBack && year <= now + 1) return String(year);
  throw new Refusal(`${label}要在 ${now - farthestBack} 到 ${now + 1} 之间。`);
}

function numberOf(
  { kind, label, least, most }: Extract<FlowField, { kind: 'number' | 'count' }>,
  word: string,
): string {
  const digits = word.normalize('NFKC').replace(/[人名票分个]$/u, '');
  const form = kind === 'count' ? /^\d{1,6}$/u : /^\d{1,6}(?:\.\d)?$/u;
  if (!form.test(digits)) throw new Refusal(`${label}要写数字，${quoted(word)}没有看懂。`);
  const number = Number(digits);
  if (number >= least && number <= most) return String(number);
  throw new Refusal(least === most ? `${label}是 ${least}。` : `${label}要在 ${least} 到 ${most} 之间。`);
}
