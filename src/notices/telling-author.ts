import type { Post } from '../post/post.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Notice } from './notice.ts';

/** States a short message to the author of a notice about something that others, or the clock, did with it. */
export type TellAuthor = (work: UnitOfWork, notice: Notice, words: string, at: number) => Promise<void>;

export function createTellAuthor(post: Post): TellAuthor {
  return async (work, { number, author }, words, at) => {
    const addressees = await post.address([author], 'unasked', at);
    const [title = '', ...lines] = words.split('\n');
    const card = { title, body: lines.join('\n'), buttons: [] };
    post.send(work, { id: `notice-${number}-told`, card, urgency: 'reminder' }, addressees);
  };
}
