import type { Answer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow } from '../library/flow.ts';
import { readBeginning, type TypedBeginning } from './begin-request.ts';
import { begunByMeText } from './begun-by-me-text.ts';
import {
  actedAnswer,
  begunText,
  unknownText,
  type AnswerSurroundings,
  type CaseWord,
} from './case-answers.ts';
import { caseCard } from './case-cards.ts';
import { fieldQuestion, whichPerson, whomText } from './case-questions.ts';
import { courseText } from './course-text.ts';
import { fullText } from './full-text.ts';
import { beginPreview } from './begin-preview.ts';
import type { Cases } from './flow-services.ts';

export interface CaseTalk extends AnswerSurroundings {
  readonly cases: Cases;
}

/** The card that asks for 确认, for flows that want it and lines that are complete. */
export async function previewBeginning(
  turn: Turn,
  { calendar, zone, cases }: CaseTalk,
  flow: Flow,
  typed: TypedBeginning,
): Promise<Card | undefined> {
  const request = readBeginning(turn, flow, typed, calendar);
  if (request.kind !== 'ready' || !flow.start.preview) return undefined;
  await cases.refuseBeyondLimit(flow, request.start, turn.roster);
  const found = { number: 0, flow, start: request.start, entries: [] };
  return beginPreview(found, await cases.foreseen(turn, found), turn, { calendar, zone });
}

/** Begins a case, or asks for what is missing of the line. `word` is the command it was begun with. */
export async function answerBeginning(
  turn: Turn,
  talk: CaseTalk,
  flow: Flow,
  typed: TypedBeginning,
): Promise<Answer> {
  const { word, words } = typed;
  if (flow.listed && words.trim() === '') {
    return begunByMeText(await talk.cases.begunByMe(turn, flow.id), flow, turn);
  }
  const request = readBeginning(turn, flow, typed, talk.calendar);
  switch (request.kind) {
    case 'whom':
      return { text: whomText(flow), unfinished: `${word} ` };
    case 'which':
      return whichPerson(request.people, request.rest, word, turn);
    case 'missing':
    case 'unclear':
      return fieldQuestion(request, {
        line: `${word} ${words}`,
        ...(words.trim() === '' ? { example: flow.example } : {}),
        today: turn.today,
      });
    case 'ready':
      return begunText(await talk.cases.begin(turn, flow, request.start), turn, talk);
  }
}

/** 事项 7, 任务 7 经过, 任务 7 办结 已写好. */
export async function answerCase(
  turn: Turn,
  talk: CaseTalk,
  {
    number,
    label,
    words = '',
    word = '事项',
  }: {
    readonly number: number;
    readonly label?: string | undefined;
    readonly words?: string | undefined;
    readonly word?: CaseWord;
  },
): Promise<Answer> {
  if (label !== undefined && label !== courseWord && label !== allWord) {
    const line = `${word} ${number} ${label} ${words}`;
    const acted = await talk.cases.act(turn, number, label, words);
    return actedAnswer(acted, { number, label, line, word }, turn, talk);
  }
  const found = await talk.cases.one(turn, number);
  if (found === undefined) return unknownText(number, word);
  if (label === undefined) return { card: caseCard(found, turn, talk.calendar) };
  return label === allWord ? fullText(found, turn) : courseText(found, pageOf(words), turn);
}

const courseWord = '经过';
const allWord = '全文';

function pageOf(words: string): number {
  const page = /^\s*([1-9]\d?)?\s*$/u.exec(words.normalize('NFKC'))?.[1];
  return page === undefined ? 1 : Number(page);
}
