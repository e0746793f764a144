import type { Message } from '../wecom/message.ts';
import { callInLane } from './call-in-lane.ts';
import { verdictOn } from './failure.ts';
import type { OutboxEntry, UploadEntry, UploadOrder } from './outbox-entry.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { createWaitAfter } from './wait-after.ts';

/**
 * Tries to upload a picture, which is drawn here, or a file, and puts the message with it in its place.
 * Nothing is sent here, so whoever is killed meanwhile leaves an upload to be made again, or one that
 * WeCom forgets in three days. Words take its place when there is nothing to upload, or when WeCom does
 * not take it.
 */
export type TryUpload = (trial: Trial<UploadEntry>) => Promise<Next>;

export function createTryUpload(parts: TryParts): TryUpload {
  const { redis, keys, settlement, sender, log } = parts;
  const waitAfter = createWaitAfter(parts);
  let underWay = 0;

  return async (trial) => {
    if (underWay >= atOnce) return { kind: 'later', wait: Math.min(trial.attempts, 10) * turn };
    underWay += 1;
    try {
      return await upload(trial);
    } finally {
      underWay -= 1;
    }
  };

  async function upload(trial: Trial<UploadEntry>): Promise<Next> {
    const { entry, queued } = trial;
    const { order, recipients, id } = entry;
    const answer = await callInLane(parts, 'answer', () => uploaded(order));
    if (answer.kind === 'refused') {
      const { failure } = answer;
      const verdict = verdictOn(failure, recipients.length);
      if (verdict === 'later' || verdict === 'crowded' || verdict === 'held') {
        return waitAfter(trial, failure, verdict);
      }
      const { errcode, errmsg, remedy } = failure;
      log.error(
        { entry: id, errcode, errmsg, remedy },
        'WeCom does not take a picture or file; words go instead',
      );
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

  async function uploaded({ content, age }: UploadOrder): Promise<Message | undefined> {
    if (content.kind === 'picture') return sender.picture(content.picture, age);
    const kept = await redis.hget(keys.files, content.keptAs);
    return kept === null ? undefined : sender.file(content.name, Buffer.from(kept, 'base64'));
  }
}

/** The others of a crowd that asks for pictures leave the lanes free meanwhile. */
const atOnce = 16;

/** About as many milliseconds as these take. */
const turn = 500;
