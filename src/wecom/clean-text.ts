/// <reference lib="es2024.string" />

/**
 * Text as it may go to WeCom: with `\n` as the only line end, without control characters and lone
 * surrogates. `JSON.stringify` would write those as `\uXXXX`, which WeCom refuses (errcode 40033),
 * and XML does not allow them at all.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(forbidden, '');
}

const lineEnds = /\r\n?/g;
const forbidden = /(?![\n\t])[\p{Cc}\ufffe\uffff]/gu;
