import { normalise } from './normalise.ts';

/** 好 below a preview. */
export function saysYes(line: string): boolean {
  return /^(?:是的?|好的?|可以|行|嗯+|ok|确认了|没问题)$/u.test(plain(line));
}

/** 不要 below a preview. */
export function saysNo(line: string): boolean {
  return /^(?:算了|先?不(?:要|用|办|发|交)?了?)$/u.test(plain(line));
}

/** 算了 instead of what a line still lacks; 不要 may be what it lacks. */
export function saysNoMore(line: string): boolean {
  return /^(?:算了|先?不(?:办|发|交|用|弄)了)$/u.test(plain(line));
}

function plain(line: string): string {
  return normalise(line).replaceAll(/[\s\p{P}]/gu, '');
}
