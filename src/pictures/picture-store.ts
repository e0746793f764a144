import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';

/*
 * Keys:
 *   picture:<content>   `<instant of upload in milliseconds, by the product's clock> <media id>`
 *
 * `<content>` is a fingerprint of what the picture shows; neither names nor figures are stored. The
 * instant says how long a media id is good; a key lives for three days only to be cleared away some time.
 */
export interface PictureStore {
  find(content: string): Promise<UploadedPicture | undefined>;
  keep(content: string, uploaded: UploadedPicture): Promise<void>;
}

export interface UploadedPicture {
  readonly mediaId: string;
  /** In milliseconds since the epoch. */
  readonly uploadedAt: number;
}

export function createPictureStore(redis: RedisClient, keys: Keys): PictureStore {
  const pictureKey = (content: string): string => keys('picture', content);

  return {
    async find(content) {
      const [, uploadedAt, mediaId] =
        /^(\d+) (\S+)$/u.exec((await redis.get(pictureKey(content))) ?? '') ?? [];
      return mediaId === undefined ? undefined : { mediaId, uploadedAt: Number(uploadedAt) };
    },
    async keep(content, { mediaId, uploadedAt }) {
      await redis.set(pictureKey(content), `${uploadedAt} ${mediaId}`, 'PX', keyLifetime);
    },
  };
}

/** Milliseconds. */
const keyLifetime = 3 * 24 * 3_600_000;
