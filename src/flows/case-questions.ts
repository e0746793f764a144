import type { Answer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import { choiceQuestion } from '../wording/choice-question.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow, FlowField } from '../library/flow.ts';
import type { Person } from '../roster/roster.ts';
import { addDays, yearOf, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { shortened } from '../wording/shortened.ts';
import { exampleWord } from './example-word.ts';
import type { MissingField, OpenField, UnclearField } from './read-values.ts';

/** Dialogues, rule 5. */
const mostChoices = 4;

/** Asks for what is still open of a line; `example` is a complete one, where there is a better one than its own. */
export function fieldQuestion(
  open: OpenField,
  { line, example, today }: { readonly line: string; readonly example?: string; readonly today: LocalDate },
): Answer {
  if (open.kind === 'unclear') return whichDay(open, today);
  return whatIsMissing(open, line, example ?? open.example, today);
}

/** A choice is the whole line with that day: what was typed behind the day stays. */
function whichDay({ field, why, choices }: UnclearField, today: LocalDate): Answer {
  const [example] = choices.map(({ date, line }) => line.replace(date, asTyped(date, today)));
  return choiceQuestion({
    title: `${field.label}：${why}。`,
    lines: [],
    choices: choices
      .slice(0, mostChoices)
      .map(({ date, line }) => ({ label: onButton(date, today), line, tone: 'choice' })),
    example: shortened(example ?? '', longestExample),
  });
}

/** A long text need not be read again. */
const longestExample = 40;

/** Ten characters fit (protocol §4.3): `11月27日（周五）`. The line behind it has the year. */
function onButton(date: LocalDate, today: LocalDate): string {
  return dateWords(date, today).replace(/^\d{4}年/u, '');
}

/** `11-27`; with the year when it is another. */
function asTyped(date: LocalDate, today: LocalDate): string {
  return yearOf(date) === yearOf(today) ? date.slice(5) : date;
}

/** What is answered goes behind `line`. */
function whatIsMissing(
  { field, separator }: MissingField,
  line: string,
  example: string,
  today: LocalDate,
): Answer {
  const unfinished = `${line.trim()}${separator}`;
  if (field.kind === 'choice' || (field.kind === 'date' && field.when === 'past')) {
    const choices = field.kind === 'choice' ? field.choices.slice(0, mostChoices) : ['今天', '昨天'];
    const card: Card = {
      title: `请选${field.label}`,
      note:
        field.kind === 'date'
          ? `或者直接发日期，例如 ${asTyped(addDays(today, -2), today)}`
          : '点一下，或者直接发这个词',
      buttons: choices.map((choice) => ({ label: choice, line: unfinished + choice, tone: 'choice' })),
      reply: `直接发：${choices.join('、')}`,
    };
    return { card, unfinished };
  }
  return {
    text: `请写${field.label}${fieldHint(field, today)}，直接发就行。\n也可以一次写全：${example}`,
    unfinished,
  };
}

function fieldHint(field: FlowField, today: LocalDate): string {
  switch (field.kind) {
    case 'text':
      return `（最多 ${field.most} 个字）`;
    case 'date':
    case 'year':
      return `（例如 ${exampleWord(field, today)}）`;
    case 'number':
    case 'count':
      return `（${field.least} 到 ${field.most}）`;
    case 'choice':
      return '';
  }
}

/** Several people have the name: which one is a tap. */
export function whichPerson(people: readonly Person[], rest: string, word: string, turn: Turn): Answer {
  const lines = people.map((person) => ({
    person,
    line: [word, person.userid, rest].filter((part) => part !== '').join(' '),
    place: turn.roster.organisation(person.organisation)?.name ?? '',
  }));
  const name = people[0]?.name ?? '';
  const reply = '把名字换成账号，整句再发一次。';
  return {
    card: {
      title: `有 ${people.length} 位${name}，是哪一位？`,
      body: lines.map(({ person, place }) => `${person.userid}　${place}`).join('\n'),
      buttons: lines
        .slice(0, mostChoices)
        .map(({ line, place }) => ({ label: [...place].slice(-10).join(''), line, tone: 'choice' })),
      reply,
    },
  };
}

/** Whom a new case is for, when nobody was named. */
export function whomText({ kind, start, example }: Flow): string {
  const isPerson = start.about === '人';
  const wanted = kind === 'task' ? (isPerson ? '交给谁' : '交给哪个组织') : isPerson ? '姓名' : '组织';
  return `还缺${wanted}。例如：${example}`;
}
