/** What a number of at most two digits looks like, as people type it: `3`, `15`, `三`, `两`, `十五`, `二十五`, `零五`. */
export const numeral = String.raw`(?:\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[零〇]?[零〇一二两三四五六七八九])`;

/** Numbers in words as digits: `二十五个` is `25个`; what is no such number stays, and so do digits. */
export function inDigits(text: string): string {
  return text.replaceAll(spelledOut, (spelled) => String(readNumeral(spelled) ?? spelled));
}

const spelledOut = /[零〇一二两三四五六七八九十]+/gu;

const whole = new RegExp(`^${numeral}$`, 'u');
const digits = '零一二三四五六七八九';

/** 0 to 99; undefined for what is no such number. */
export function readNumeral(text: string): number | undefined {
  if (!whole.test(text)) return undefined;
  if (/^\d/u.test(text)) return Number(text);

  const spelled = text.replaceAll('两', '二').replaceAll('〇', '零');
  const [tens = '', ones] = spelled.split('十');
  if (ones === undefined) return digits.indexOf(spelled.at(-1) ?? '');
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}
