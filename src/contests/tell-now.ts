import type { Card } from '../chat/card.ts';
import type { Post } from '../post/post.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Scene } from './scene.ts';

/**
 * States a message to people in a room, in calls they share. At any hour: whoever is in a room asked for its
 * messages. `name` tells it from the other messages of the contest.
 */
export type TellNow = (
  work: UnitOfWork,
  scene: Scene,
  name: string,
  card: Card,
  userids: readonly string[],
) => Promise<void>;

export function createTellNow(post: Post): TellNow {
  return async (work, { contest, at }, name, card, userids) => {
    if (userids.length === 0) return;
    const addressees = await post.address(userids, 'answer', at);
    post.send(work, { id: `contest-${contest.number}-${name}`, card, urgency: 'answer' }, addressees);
  };
}
