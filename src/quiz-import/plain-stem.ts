/** A stem without what says nothing to whoever answers: `【2分】`, and the `*` of a questionnaire that insists on it. */
export function plainStem(words: string): string {
  return words.replace(points, '').replace(required, '');
}

const points = /[(（【[]\s*\d+(?:\.\d+)?\s*分\s*[)）】\]]/gu;
const required = /\s*\*$/u;
