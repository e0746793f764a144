import type { Turn } from '../chat/turn.ts';
import { cutOffDateWords } from '../time/spoken-time.ts';
import type { Obligation } from './obligation.ts';
import { dueWords, nextStep } from './obligation-words.ts';
import type { OwnDuties } from './own-duties.ts';
import { quarterName, termTitle } from './period-words.ts';

/** 还差什么: the open duties, as many as fit one screen; `page` is 1 for the first. */
export function ownDutiesText(duties: OwnDuties, { today }: Turn, page: number): string {
  const { organisation, quarter, open, begun, met } = duties;
  const heading = `${organisation.name} · ${quarterName(quarter.from)}（${cutOffDateWords(today, today)}）`;
  if (begun === 0) return `${heading}\n现在没有按规定要办的事。`;
  if (open.length === 0) return `${heading}\n到现在的 ${begun} 项都办了。下一项到日子时再提醒您。`;

  const pages = Math.ceil(open.length / perPage);
  const shownPage = Math.min(page, pages);
  const offset = (shownPage - 1) * perPage;
  const shown = open.slice(offset, offset + perPage);
  const rest = open.length - offset - shown.length;
  return [
    heading,
    ...shown.map((obligation, index) => itemLine(offset + index + 1, obligation, duties, today)),
    ...(rest === 0 ? [] : [`还有 ${rest} 项，发“还差什么 ${shownPage + 1}”`]),
    `已完成 ${met}/${begun}。依据发“依据 ${offset + 1}”。`,
  ].join('\n');
}

/** Dialogues, rule 1: with heading and closing lines this is one phone screen. */
const perPage = 7;

function itemLine(
  number: number,
  obligation: Obligation,
  { quarter }: OwnDuties,
  today: Turn['today'],
): string {
  const title = termTitle(obligation, today);
  const due = dueWords(obligation, quarter.until, today);
  return `${number} ${title}　${due}　→ ${nextStep(obligation, today)}`;
}
