/** The number of a question as people write it: `5`, `五`, `二十一`, up to 999 in digits and 99 in words. */
export function readPlace(text: string): number | undefined {
  if (/^\d{1,3}$/u.test(text)) return Number(text);
  const {
    tens,
    ten,
    ones = '',
  } = /^(?<tens>[二三四五六七八九])?(?<ten>十)?(?<ones>[一二三四五六七八九])?$/u.exec(text)?.groups ?? {};
  if (ten === undefined) return tens === undefined ? valueOf(ones) : ones === '' ? valueOf(tens) : undefined;
  return (valueOf(tens ?? '一') ?? 0) * 10 + (valueOf(ones) ?? 0);
}

function valueOf(digit: string): number | undefined {
  const value = '一二三四五六七八九'.indexOf(digit) + 1;
  return digit === '' || value === 0 ? undefined : value;
}
