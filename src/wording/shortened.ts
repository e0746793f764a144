/** At most so many characters, as Unicode counts them; what is cut off shows as `…`. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

/** The same in one line: line ends and rows of blanks become one blank. */
export function shortLine(text: string, most: number): string {
  return shortened(text.trim().replace(/\s+/gu, ' '), most);
}
