/** The length in the unit of most hard limits: bytes of UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The length in the unit of most recommended limits: characters, an emoji counting once. */
export function charactersOf(text: string): number {
  return Array.from(text).length;
}

/**
 * The first `limit` bytes, cut where they end as WeCom cuts, even inside a character (protocol
 * §4.2.1): the phone then shows a replacement character.
 */
export function firstBytes(text: string, limit: number): string {
  return Buffer.from(text, 'utf8').subarray(0, limit).toString('utf8');
}

/** The first characters and an ellipsis, as a phone clips a line. */
export function clipped(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
