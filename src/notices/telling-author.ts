import type { Post } from '../post/post.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Notice } from './notice.ts';

/** States a short message to the author of a notice about something that others, or the clock, did with it. */
export type TellAuthor = (work: UnitOfWork, notice: Notice, news: News, at: number) => Promise<void>;

export interface News {
  /** What happened, in letters; it happens to a notice at most once. */
  readonly about: string;
  readonly words: string;
}

export function createTellAuthor(post: Post): TellAuthor {
  return async (work, { number, author }, { about, words }, at) => {
    const addressees = await post.address([author], 'unasked', at);
    const [title = '', ...lines] = words.split('\n');
    const card = { title, body: lines.join('\n'), buttons: [] };
    post.send(work, { id: `notice-${number}-${about}`, card, urgency: 'reminder' }, addressees);
  };
}
