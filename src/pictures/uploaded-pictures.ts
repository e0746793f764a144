import { createHash } from 'node:crypto';
import type { Log } from '../log.ts';
import type { Clock } from '../time/clock.ts';
import type { Painter } from './painter.ts';
import type { Picture } from './picture.ts';
import type { PictureStore } from './picture-store.ts';

/** Pictures as files that WeCom has. */
export interface UploadedPictures {
  /**
   * The media id of a picture: one it had before, if that is still good and `age` allows it, else of a
   * file that is drawn and uploaded now. `undefined` when it cannot be drawn, which is logged. Rejects
   * when it cannot be uploaded.
   */
  mediaId(picture: Picture, age: 'any' | 'new'): Promise<string | undefined>;
}

export interface UploadParts {
  readonly painter: Painter;
  readonly store: PictureStore;
  /** Uploads a PNG file and returns its media id. */
  upload(png: Uint8Array): Promise<string>;
  readonly clock: Clock;
  readonly log: Log;
}

export function createUploadedPictures(parts: UploadParts): UploadedPictures {
  const { painter, store, upload, clock, log } = parts;

  return {
    async mediaId(picture, age) {
      const content = createHash('sha256').update(JSON.stringify(picture)).digest('base64url');
      const earlier = age === 'new' ? undefined : await store.find(content);
      if (earlier !== undefined && clock.now() - earlier.uploadedAt < goodFor) return earlier.mediaId;

      const png = await drawn(picture);
      if (png === undefined) return undefined;
      const uploadedAt = clock.now();
      const mediaId = await upload(png);
      await store.keep(content, { mediaId, uploadedAt });
      return mediaId;
    },
  };

  async function drawn(picture: Picture): Promise<Uint8Array | undefined> {
    try {
      return await painter.draw(picture);
    } catch (err) {
      const remedy = 'see the cause; people get the figures as text meanwhile';
      log.error({ err, remedy }, 'a picture could not be drawn');
      return undefined;
    }
  }
}

/** Milliseconds. WeCom keeps a file for three days (protocol §4.6); a message with it may wait a while. */
const goodFor = 2.5 * 24 * 3_600_000;
