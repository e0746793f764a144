/** What a person typed, in quotation marks, cut so that an answer still fits the screen. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest ? `“${characters.slice(0, longest - 1).join('')}…”` : `“${text}”`;
}

const longest = 20;
