import type { DeclaredType, Draft } from './draft.ts';

/** A question while its lines are being read. */
export interface GrowingDraft extends Writable<Omit<Draft, 'choices'>> {
  /** As the text counts; answers at the end of a paper go by it. */
  readonly number: number;
  /** The heading it stands under; 0 before the first one. */
  readonly section: number;
  choices: Writable<Draft['choices'][number]>[];
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** The questions of a text so far. */
export interface TextQuestions {
  readonly all: readonly GrowingDraft[];
  /** A heading: what follows belongs to it, questions or, at the end of a paper, their answers. */
  begin(type: DeclaredType | undefined): void;
  /** The list of all answers begins: numbers count over the whole text again. */
  beginAnswers(): void;
  add(line: number, number: number): GrowingDraft;
  /** The question an answer with this number is for, or why it cannot be told. */
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
      const earlier = all.filter((draft) => draft.type === declared && declared !== undefined);
      answered = (earlier.find(({ answer }) => answer === undefined) ?? earlier.at(-1))?.section;
      section += 1;
      type = declared;
    },

    beginAnswers() {
      answered = undefined;
    },

    add(line, number) {
      answered = undefined;
      const draft: GrowingDraft = { line, number, section, ask: '', choices: [] };
      if (type !== undefined) draft.type = type;
      all.push(draft);
      return draft;
    },

    numbered(number) {
      const named = all.filter((draft) => draft.number === number);
      const here = answered === undefined ? named : named.filter((draft) => draft.section === answered);
      const open = here.filter(({ answer }) => answer === undefined);
      const [draft, ...others] = open.length > 0 ? open : here;
      if (draft === undefined) return 'none';
      return others.length > 0 ? 'several' : draft;
    },
  };
}
