/**
 * A name as it can be drawn. Emoji and what is invisible fall away; for any other character that the
 * font lacks, as it does some rare ones in names (𠮷), stands 〓, the printers' sign for it.
 */
export function drawableText(text: string, isInFont: (character: string) => boolean): string {
  const drawable = [...text.normalize('NFC')].map((character) => {
    if (dropped.test(character)) return '';
    if (isInFont(character)) return character;
    return pictorial.test(character) ? '' : missing;
  });
  return drawable.join('').trim() || missing;
}

const missing = '〓';
/** What is invisible, and the letters of which flags are made. */
const dropped = /\p{Default_Ignorable_Code_Point}|\p{Control}|\p{Regional_Indicator}/u;
const pictorial = /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u;
