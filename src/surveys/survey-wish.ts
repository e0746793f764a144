/** What somebody wants to do with a survey: the words after `测评 1`. */
export type SurveyWish =
  /** Begin, go on, or see the result, whichever it is time for. */
  | { readonly kind: 'open' }
  /** One answer, as a button gives it. */
  | { readonly kind: 'answer'; readonly place: number; readonly letter: string }
  /** All answers at once, as they are typed. */
  | { readonly kind: 'answers'; readonly letters: string }
  | { readonly kind: 'handIn' }
  | { readonly kind: 'again' };

/** What is none of the known words is taken for answers, so that the refusal can say how many are asked. */
export function readSurveyWish(text: string): SurveyWish {
  const words = text.normalize('NFKC').trim();
  if (words === '' || /^(开始|继续|结果)$/u.test(words)) return { kind: 'open' };
  if (/^(交|交上去|提交|交卷)$/u.test(words)) return { kind: 'handIn' };
  if (/^(重答|再答|重新答)$/u.test(words)) return { kind: 'again' };
  const { place, letter } = /^第 ?(?<place>\d{1,2}) ?题 ?(?<letter>[A-Ha-h])$/u.exec(words)?.groups ?? {};
  if (place !== undefined && letter !== undefined) {
    return { kind: 'answer', place: Number(place), letter: letter.toUpperCase() };
  }
  return { kind: 'answers', letters: words };
}
