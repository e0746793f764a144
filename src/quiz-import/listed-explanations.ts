import { hasBlank } from './blank.ts';
import { joinLines } from './clean-line.ts';
import type { Draft } from './draft.ts';
import type { GrowingDraft } from './growing-draft.ts';

export interface WithoutLists {
  readonly drafts: readonly Draft[];
  /** The lines that were taken for points of an explanation. */
  readonly points: readonly number[];
}

/**
 * An explanation may count its points, `1. 定期开会；2. 按时上课`, each on a line that looks like a question.
 * They count from 1 again behind an explanation, and nothing can be answered in them.
 */
export function withoutLists(questions: readonly GrowingDraft[]): WithoutLists {
  const drafts: Draft[] = [];
  const points: number[] = [];
  let explained: GrowingDraft | undefined;
  let point = 0;

  for (const question of questions) {
    const { draft, number, section } = question;
    const last = drafts.at(-1);
    const isPoint = explained?.section === section && number === point + 1 && isBare(draft);
    if (isPoint && last !== undefined) {
      drafts[drafts.length - 1] = withPoint(last, number, draft);
      points.push(draft.line);
      point = number;
      continue;
    }
    drafts.push(draft);
    explained = draft.because === undefined ? undefined : question;
    point = 0;
  }
  return { drafts, points };
}

function isBare({ ask, choices, answer, because }: Draft): boolean {
  return choices.length === 0 && answer === undefined && because === undefined && !hasBlank(ask);
}

/** What follows the last point, such as 出处, was meant for the question. */
function withPoint(draft: Draft, number: number, { ask, source, tags }: Draft): Draft {
  return {
    ...(source === undefined ? {} : { source }),
    ...(tags === undefined ? {} : { tags }),
    ...draft,
    because: joinLines(draft.because ?? '', `${number}. ${ask}`),
  };
}
