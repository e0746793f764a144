/** What a member's words mean as an answer to a question. */
export type AnswerReading =
  | { readonly kind: 'answer'; readonly right: boolean; readonly given: string }
  /** Meant as an answer, and not possible as one: what to do, in a sentence. */
  | { readonly kind: 'impossible'; readonly advice: string }
  /** Something else altogether. */
  | { readonly kind: 'noAnswer' };
