import type { Addressee, Post } from '../post/post.ts';
import type { Audience } from '../roster/audience.ts';
import type { LocalDate } from '../time/local-date.ts';
import { sendingWindow } from '../time/sending-window.ts';
import type { Zone } from '../time/zone.ts';

/** When people hear of something that they may do from a day on. */
export interface FirstAnnouncement {
  /** In milliseconds since the epoch: now, or in the morning of the first day. */
  readonly announceAt: number;
  /** Whom it reaches when; only known when it goes out now. */
  readonly addressees: readonly Addressee[];
}

export interface AnnouncingParts {
  readonly post: Pick<Post, 'address'>;
  readonly zone: Zone;
}

export async function firstAnnouncement(
  { people }: Pick<Audience, 'people'>,
  from: LocalDate,
  now: number,
  { post, zone }: AnnouncingParts,
): Promise<FirstAnnouncement> {
  const announceAt = Math.max(now, zone.instantOf(from, sendingWindow.from));
  const userids = people.map(({ userid }) => userid);
  return { announceAt, addressees: announceAt > now ? [] : await post.address(userids, 'unasked', now) };
}
