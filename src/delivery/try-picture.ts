import { callInLane } from './call-in-lane.ts';
import { verdictOn } from './failure.ts';
import type { OutboxEntry, PictureEntry } from './outbox-entry.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { createWaitAfter } from './wait-after.ts';

/**
 * Tries to have a picture drawn and uploaded, and puts the message with it in its place. Nothing is sent
 * here, so whoever is killed meanwhile leaves a picture to be drawn again, or one that WeCom forgets in
 * three days. Words take its place when it cannot be drawn, or when WeCom does not take the file.
 */
export type TryPicture = (trial: Trial<PictureEntry>) => Promise<Next>;

export function createTryPicture(parts: TryParts): TryPicture {
  const { settlement, sender, lanes, log } = parts;
  const waitAfter = createWaitAfter(parts);
  let underWay = 0;

  return async (trial) => {
    if (underWay >= atOnce) return { kind: 'later', wait: Math.min(trial.attempts, 10) * turn };
    underWay += 1;
    try {
      return await draw(trial);
    } finally {
      underWay -= 1;
    }
  };

  async function draw(trial: Trial<PictureEntry>): Promise<Next> {
    const { entry, queued } = trial;
    const { order, recipients, id } = entry;
    const answer = await callInLane(lanes, 'answer', () => sender.picture(order.picture, order.file));
    if (answer.kind === 'refused') {
      const { failure } = answer;
      const verdict = verdictOn(failure, recipients.length);
      if (verdict === 'later' || verdict === 'crowded' || verdict === 'held') {
        return waitAfter(trial, failure, verdict);
      }
      const { errcode, remedy } = failure;
      log.error({ entry: id, errcode, remedy }, 'WeCom does not take a picture; words go instead');
    }

    const message = answer.kind === 'accepted' ? answer.result : undefined;
    const successor: OutboxEntry = {
      kind: 'send',
      id,
      recipients,
      urgency: 'answer',
      ...(message === undefined ? { message: order.instead } : { message, order }),
    };
    await settlement.turnInto(await settlement.claim(entry, queued.record), successor);
    return done;
  }
}

/** The others of a crowd that asks for pictures leave the lanes free meanwhile. */
const atOnce = 16;

/** About as many milliseconds as these take. */
const turn = 500;
