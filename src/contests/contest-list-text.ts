import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { formNames, nameOf, type ContestForm } from './contest.ts';
import { isOver } from './phase.ts';
import type { Sight } from './sight.ts';

/** 竞赛 or 挑战: what there is for this member, newest first. */
export function contestListText(sights: readonly Sight[], form: ContestForm, today: LocalDate): string {
  const open = sights.filter(({ state }) => !isOver(state.phase));
  const over = sights.filter(({ state }) => isOver(state.phase));
  const shown = [...open, ...over].slice(0, mostLines);
  const [first] = shown;
  if (first === undefined) return `现在没有给您的${formNames[form]}。想做题，发“答题”。`;
  const next = open.find((sight) => isWaiting(sight, today));
  return [
    `${formNames[form]}：`,
    ...shown.map((sight) => lineOf(sight, today)),
    next === undefined ? `想看哪一个，发“${nameOf(first.contest)}”。` : nextStep(next),
  ].join('\n');
}

function nextStep({ contest: { form, number }, entry }: Sight): string {
  if (form !== 'room') return `开始或接着答，发“挑战 ${number}”。`;
  const isInside = entry !== undefined && !entry.isAway;
  return isInside ? `您已经加入，题会发到这里；看看进展，发“竞赛 ${number}”。` : `参加，发“加入 ${number}”。`;
}

/** The member can join it, or has questions in it to answer. */
function isWaiting({ contest, entry }: Sight, today: LocalDate): boolean {
  if (contest.form === 'room') return true;
  return contest.from <= today && (entry === undefined || entry.marks.includes('none'));
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 8;

/** `3 换届知识 · 10 题 · 答了 4/10 · 11月27日（周五）截止` */
function lineOf({ contest, state, entry }: Sight, today: LocalDate): string {
  const { number, name, questions } = contest;
  const answered = entry?.marks.filter((mark) => mark !== 'none').length ?? 0;
  const parts = [`${number} ${name}`, `${questions.length} 题`];
  if (isOver(state.phase)) parts.push('已结束');
  else if (contest.form === 'room') parts.push(state.phase.kind === 'waiting' ? '等人加入' : '正在进行');
  else if (contest.from > today) parts.push(`${dateWords(contest.from, today)}开始`);
  else parts.push(`答了 ${answered}/${questions.length}`, `${dateWords(contest.until, today)}截止`);
  return parts.join(' · ');
}
