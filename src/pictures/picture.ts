import { shortened } from '../wording/shortened.ts';

/**
 * What a picture shows, in words and figures: at most a kilobyte as JSON. It is written down when the
 * picture is asked for, and drawn when it is sent.
 */
export interface Picture {
  /** What kind of picture it is: 我的一周. */
  readonly title: string;
  /** Whom it is about, at most `longestName` characters. */
  readonly heading: string;
  readonly subheading: string;
  readonly sections: readonly Section[];
  /** The instant the figures are of. */
  readonly cutOff: string;
  readonly note: string;
}

/** Figures of one stretch of time. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
}

export type Figure = Share | Amount | Remark;

/** So many of so many, with a bar. */
export interface Share extends Named {
  readonly kind: 'share';
  readonly count: number;
  /** At least 1. */
  readonly of: number;
  readonly unit: string;
}

export interface Amount extends Named {
  readonly kind: 'amount';
  readonly count: number;
  readonly unit: string;
}

/** Words where there is nothing to count. */
export interface Remark extends Named {
  readonly kind: 'remark';
  readonly words: string;
}

interface Named {
  readonly label: string;
  /** A word or two beside the label: 自愿. */
  readonly note?: string;
}

/** A roster allows names of 200 characters; what a picture has room for is less. */
const longestName = 40;

/** A name as pictures keep it. */
export function nameIn(name: string): string {
  return shortened(name, longestName);
}

/** A share, or a remark when there is nothing to have a share in. */
export function shareOr(words: string, figure: Omit<Share, 'kind'>): Share | Remark {
  const { label, note, of } = figure;
  if (of > 0) return { kind: 'share', ...figure };
  return { kind: 'remark', label, ...(note === undefined ? {} : { note }), words };
}
