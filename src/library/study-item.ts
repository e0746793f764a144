import type { LocalDate } from '../time/local-date.ts';

/** One thing to learn in two minutes: a file under `content/study/<track>/` (contract §6). */
export interface StudyItem {
  /** Never changes and never means another item: what people have learned is recorded under it. */
  readonly id: string;
  /** At most 36 characters, so that it fits the title of a card. */
  readonly title: string;
  /** Reading time. */
  readonly minutes: number;
  /** The rule and article, or a link. */
  readonly source: string;
  readonly tags: readonly string[];
  readonly audience: StudyAudience;
  /** The day it belongs to; most items belong to none. */
  readonly on?: LocalDate;
  /** The last day on which it may still be shown as something new. */
  readonly expires?: LocalDate;
  /** The folder's name without the number that orders it. */
  readonly track: string;
  /** The beginning of the body as plain text, at most 150 characters: what a card shows. */
  readonly summary: string;
  /** WeCom's Markdown subset (protocol §4.2.1). */
  readonly body: string;
  /** Path inside the content folder. */
  readonly file: string;
}

/** Everybody, those with a tag, or the secretaries and other officers. */
export type StudyAudience = '全体' | '书记' | `#${string}`;
