import { Refusal } from '../errors.ts';
import { parseClockTime } from '../time/clock-time.ts';
import { sendingWindow } from '../time/sending-window.ts';
import { timeWords } from '../time/spoken-time.ts';
import { reviewStep } from './review-push.ts';

/** Reads the time for reviews, as a minute of the day in steps of ten; `undefined` for 取消. */
export function readReviewTime(words: string): number | undefined {
  if (/^(?:取消|不要了?|关闭?)$/u.test(words.normalize('NFKC').trim())) return undefined;
  const minute = parseClockTime(words);
  if (minute === undefined)
    throw new Refusal(`“${words.trim()}”不是一天里的时间。例如：复习 20:00，不要了发“复习 取消”`);
  const step = Math.floor(minute / reviewStep) * reviewStep;
  if (step < sendingWindow.from || step >= sendingWindow.until) {
    throw new Refusal(`${timeWords(minute)} 不发消息，请选 8:00 到 20:50 之间的时间。例如：复习 20:00`);
  }
  return step;
}

/** What holds from now on. */
export function reviewTimeText(minute: number | undefined): string {
  return minute === undefined
    ? '没有定复习时间。该复习的错题会在您发“答题”时问到。\n想让它自己来，发“复习 20:00”。'
    : `每个工作日 ${timeWords(minute)}，有该复习的错题就送来一道，一天最多 3 道。\n不要了，发“复习 取消”。`;
}
