/** A text as it is compared with what people type: without case, width, blanks and punctuation. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'《》（）()、,，。.;；:：!！?？]/gu, '');
}
