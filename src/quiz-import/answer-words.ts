/** Reading what stands for an answer in a question bank. */

/** 对 and 错 in all the ways banks write them; undefined for anything else. */
export function judgementOf(words: string): '对' | '错' | undefined {
  const word = words
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s。.,，的()（）]/g, '');
  if (right.has(word)) return '对';
  return wrong.has(word) ? '错' : undefined;
}

const right = new Set(['对', '正确', '是', '√', '✓', '✔', '☑', 'T', 'TRUE', 'Y', 'YES', 'V']);
const wrong = new Set(['错', '错误', '不对', '不正确', '否', '×', '✗', '✘', 'X', 'F', 'FALSE', 'N', 'NO']);

/** `B`, `ａｃ`, `A、C`, `A和C`, `选B。` as letters, as often as written; undefined for anything else. */
export function lettersOf(words: string): readonly string[] | undefined {
  const letters = words
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^选/, '')
    .replaceAll(/[\s、,.。;:|/+&和与及()]/g, '');
  return /^[A-Z]{1,26}$/.test(letters) ? Array.from(letters) : undefined;
}

/** `2`, `1、3、4`: some programs count the choices, from 1, instead of naming them; undefined for anything else. */
export function placesOf(words: string): readonly number[] | undefined {
  const places = words
    .normalize('NFKC')
    .trim()
    .split(/[\s、,;|]+/u);
  return places.every((place) => /^[1-8]$/.test(place)) ? places.map(Number) : undefined;
}

/** The accepted texts of a blank: `三年；3年`, `三年/3年`, `三年|3年`, `三年 或 3年`. */
export function acceptedTexts(words: string): string[] {
  const texts = words
    .split(/[;；|｜]|(?<!\d)\/|\/(?!\d)|或者|\s或\s/)
    .map((text) => text.trim().replace(/。$/, ''));
  return [...new Set(texts)].filter((text) => text !== '');
}
