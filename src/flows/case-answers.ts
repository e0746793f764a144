import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import { dateWords, momentWords } from '../time/spoken-time.ts';
import { laterWords } from '../publishing/later-words.ts';
import { quoted } from '../wording/quoted.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Acted } from './acting.ts';
import type { Begun } from './beginning.ts';
import { caseCard, doneCaption } from './case-cards.ts';
import { deadlineWords } from './deadline-words.ts';
import { nextStepWords } from './next-step-words.ts';
import { fieldQuestion } from './case-questions.ts';
import { stateOf, type CaseState } from './case-state.ts';
import { caseLine, caseName, caseTopic, doneWords, isLongFlow } from './case-words.ts';
import { placesWords, whoWords } from './who-words.ts';
import type { Case } from './case.ts';
import { deadlineOf } from './deadlines.ts';
import { knowsAction } from './knows-action.ts';
import { waitsFor } from './permission.ts';
import type { Told } from './telling.ts';
import { placesOf } from './who-acts.ts';
import { endWords } from './end-words.ts';

export interface AnswerSurroundings {
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
}

/** What is said to whoever began a case. */
export function begunText({ found, ...told }: Begun, turn: Turn, around: AnswerSurroundings): string {
  return [
    `${caseName(found)}：${caseTopic(found, turn.roster, 40)}`,
    begunWords(found, { ...turn, calendar: around.calendar }),
    ...laterLines(told, turn, around),
    `弄错了，10 分钟内发“撤销”。看进展发“${caseLine(found)}”。`,
  ].join('\n');
}

/** `已交给张三办理，12月1日（周二）前。` */
function begunWords(found: Case, around: Turn & Pick<AnswerSurroundings, 'calendar'>): string {
  const state = stateOf(found);
  if (found.flow.kind !== 'task' || state.step === undefined) {
    return `现在：${nextStepWords(found, state, around)}。`;
  }
  const who = placesWords(placesOf(state.step.by, found.start, around.roster), found, around);
  const until = deadlineWords(deadlineOf(state, around.calendar), around.today);
  return `已交给${who}${state.step.name}${until === '' ? '' : `，${until}`}。`;
}

/** What somebody tried to do with a case. */
export interface TypedAction {
  readonly number: number;
  readonly label: string;
  /** The whole line. */
  readonly line: string;
  readonly word: CaseWord;
}

/** What those who typed it call a case. */
export type CaseWord = '任务' | '事项';

/** What is said to whoever did, or tried to do, something with a case. */
export function actedAnswer(
  acted: Acted,
  { number, label, line, word }: TypedAction,
  turn: Turn,
  around: AnswerSurroundings,
): Answer {
  switch (acted.outcome) {
    case 'unknown':
      return unknownText(number, word);
    case 'already': {
      const { entry, found } = acted;
      const when = momentWords(entry.at, turn.today);
      const who = whoWords(entry.by, found, turn);
      const text =
        who === '您'
          ? `${caseName(found)} 您已经${label}过了（${when}），不用再办。`
          : `${caseName(found)} 已经由${who}${label}了（${when}），不用再办。`;
      return { text, closing: doneWords(label) };
    }
    case 'closed':
      return {
        text: `${caseName(acted.found)} ${endWords(acted.found.entries.at(-1)?.action)}，不用再办。看经过发“${caseLine(acted.found)} 经过”。`,
        closing: '已结束',
      };
    case 'notNow':
      return notNowText(
        acted.found,
        acted.allowed.map(({ action }) => action.label),
        label,
        turn,
      );
    case 'tooEarly':
      return tooEarlyText(acted, turn);
    case 'open':
      return fieldQuestion(acted.open, { line, today: turn.today });
    case 'done': {
      const { found, action, told } = acted;
      const state = stateOf(found);
      const done = `${doneWords(label)}：${caseName(found)} ${caseTopic(found, turn.roster, 24)}`;
      const caption = doneCaption(action, turn);
      // Whoever goes on with it gets what comes next; a tapped card is done with.
      if (waitsFor(found, state, turn.member, turn.roster)) {
        const card = caseCard(found, turn, around.calendar);
        return { card: { ...card, note: wentOn(found, done) }, closing: caption };
      }
      const next = nextStepWords(found, state, { ...turn, calendar: around.calendar });
      const lines = [done, afterwards(found, state, next), ...laterLines(told, turn, around)];
      return { text: lines.join('\n'), caption };
    }
  }
}

/** In a long flow people want to see which step they have just left; else what they did. */
function wentOn(found: Case, done: string): string {
  const { flow, entries } = found;
  const before = stateOf({ ...found, entries: entries.slice(0, -1) });
  const label = entries.at(-1)?.action ?? '';
  return isLongFlow(flow) ? `${doneWords(label)}：${before.step?.name ?? ''}` : done;
}

/** What follows, for somebody who has done their part. */
function afterwards({ start }: Case, { step, last }: CaseState, next: string): string {
  if (step === undefined) return '这件事办完了。';
  const isOneOfSeveral = start.addressees !== undefined && last?.organisation !== undefined;
  return isOneOfSeveral ? '您这里办好了。' : `接下来：${next}。`;
}

export function unknownText(number: number, word: CaseWord): string {
  return `没有您的第 ${number} 号${word}。发“${word}”看等您办的。`;
}

function laterLines(told: Told, turn: Turn, { zone }: AnswerSurroundings): readonly string[] {
  const words = laterWords(told, turn, zone);
  return words === undefined ? [] : [`${words}。`];
}

function notNowText(found: Case, labels: readonly string[], label: string, turn: Turn): string {
  const state = stateOf(found);
  const step = state.step?.name ?? '';
  const can = labels.length === 0 ? '' : `您现在可以：${labels.join('、')}。`;
  if (!knowsAction(found.flow, label)) {
    return `${caseName(found)} 没有${quoted(label)}这个动作。${can}\n看这件事发“${caseLine(found)}”。`;
  }
  const who =
    state.step === undefined
      ? ''
      : placesWords(placesOf(state.step.by, found.start, turn.roster, state.done), found, turn);
  return `${caseName(found)} 现在是“${step}”，等${who}，还不能${label}。${can}\n看这件事发“${caseLine(found)}”。`;
}

function tooEarlyText(
  { found, action, from }: Extract<Acted, { outcome: 'tooEarly' }>,
  { today }: Turn,
): string {
  const { step } = stateOf(found);
  const basis = step?.source === undefined ? '' : `\n依据：${step.source}`;
  return action.notBefore === undefined
    ? `${caseName(found)} 的“${step?.name ?? ''}”最早${dateWords(from, today)}才能办。${basis}`
    : `${caseName(found)} 最早${dateWords(from, today)}才能点“${action.label}”：在那以前，别人还有时间办。${basis}`;
}
