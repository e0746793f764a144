/**
 * The text in the form that the grammar knows, character for character, so that places in one are places
 * in the other: half-width, lower-case, simplified where people type 點 or 週. What is cut out of the
 * original stays exactly as it was typed.
 */
export function plainForm(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e\u3000\u00a0]/gu, halfWidth)
    .replaceAll(/[A-Z點時週後兩個號禮點鐘]/gu, simple);
}

function halfWidth(character: string): string {
  if (character === '\u3000' || character === '\u00a0') return ' ';
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0).toLowerCase();
}

const simplified: Readonly<Record<string, string>> = {
  點: '点',
  時: '时',
  週: '周',
  後: '后',
  兩: '两',
  個: '个',
  號: '号',
  禮: '礼',
  鐘: '钟',
};

function simple(character: string): string {
  return simplified[character] ?? character.toLowerCase();
}
