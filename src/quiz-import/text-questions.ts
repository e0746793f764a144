import type { DeclaredType } from './draft.ts';
import { createGrowingDraft, type GrowingDraft } from './growing-draft.ts';

/** The questions of a text so far, and where answers with numbers belong. */
export interface TextQuestions {
  readonly all: readonly GrowingDraft[];
  /** A heading: what follows belongs to it, questions or, at the end of a paper, their answers. */
  begin(type: DeclaredType | undefined): void;
  /** The list of all answers begins: numbers count over the whole text again. */
  beginAnswers(): void;
  add(line: number, number: number, ask: string): GrowingDraft;
  /** The question an answer with this number is for, or why that cannot be told. */
  numbered(number: number): GrowingDraft | 'none' | 'several';
}

export function createTextQuestions(): TextQuestions {
  const all: GrowingDraft[] = [];
  let section = 0;
  let type: DeclaredType | undefined;
  /** The section whose answers are being read. */
  let answered: number | undefined;

  return {
    all,

    begin(declared) {
      const earlier = declared === undefined ? [] : all.filter(({ draft }) => draft.type === declared);
      answered = (earlier.find(isOpen) ?? earlier.at(-1))?.section;
      section += 1;
      type = declared;
    },

    beginAnswers() {
      answered = undefined;
    },

    add(line, number, ask) {
      answered = undefined;
      const draft = createGrowingDraft({ line, number, section, type, ask });
      all.push(draft);
      return draft;
    },

    numbered(number) {
      const named = all.filter((question) => question.number === number);
      const here = answered === undefined ? named : named.filter((question) => question.section === answered);
      const unanswered = here.filter(isOpen);
      const [question, ...others] = unanswered.length > 0 ? unanswered : here;
      if (question === undefined) return 'none';
      return others.length > 0 ? 'several' : question;
    },
  };
}

function isOpen({ draft }: GrowingDraft): boolean {
  return draft.answer === undefined;
}
