import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createPictureStore } from '../../src/pictures/picture-store.ts';
import { createUploadedPictures, type UploadedPictures } from '../../src/pictures/uploaded-pictures.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createFrozenClock, type FrozenClock } from '../../src/simulator/frozen-clock.ts';
import { pictureOf, studied } from '../rules/pictures-samples.ts';
import { testRedis } from '../support/redis.ts';

const picture = pictureOf([studied(3, 9)]);
const other = pictureOf([studied(4, 9)]);
const hour = 3_600_000;

let clock: FrozenClock;
let pictures: UploadedPictures;
let drawn: number;
let uploads: number;
let fails: 'nothing' | 'drawing' | 'uploading';
let logged: string[];

beforeEach(async () => {
  const redis = await testRedis();
  onTestFinished(() => redis.close());
  clock = createFrozenClock(1_795_000_000_000);
  [drawn, uploads, fails, logged] = [0, 0, 'nothing', []];
  pictures = createUploadedPictures({
    painter: {
      async draw() {
        if (fails === 'drawing') throw new Error('Cannot find native binding.');
        drawn += 1;
        return Buffer.from('PNG');
      },
    },
    store: createPictureStore(redis.client, createKeys(redis.prefix)),
    async upload() {
      if (fails === 'uploading') throw new Error('busy');
      uploads += 1;
      return `media-${uploads}`;
    },
    clock,
    log: createLog('info', { write: (line) => void logged.push(line) }),
  });
});

describe('the file of a picture', () => {
  it('is drawn and uploaded once for all who get the same', async () => {
    expect(await pictures.mediaId(picture, 'any')).toBe('media-1');
    expect(await pictures.mediaId(pictureOf([studied(3, 9)]), 'any')).toBe('media-1');
    expect(await pictures.mediaId(other, 'any')).toBe('media-2');
    expect(drawn).toBe(2);
  });

  it('is uploaded again before WeCom forgets it, after three days', async () => {
    await pictures.mediaId(picture, 'any');
    clock.move(clock.now() + 59 * hour);
    expect(await pictures.mediaId(picture, 'any')).toBe('media-1');
    clock.move(clock.now() + 2 * hour);
    expect(await pictures.mediaId(picture, 'any')).toBe('media-2');
    expect(await pictures.mediaId(picture, 'any')).toBe('media-2');
  });

  it('is uploaded again when a new one is asked for, and then is the one', async () => {
    await pictures.mediaId(picture, 'any');
    expect(await pictures.mediaId(picture, 'new')).toBe('media-2');
    expect(await pictures.mediaId(picture, 'any')).toBe('media-2');
  });

  it('that could not be uploaded is not remembered', async () => {
    fails = 'uploading';
    await expect(pictures.mediaId(picture, 'any')).rejects.toThrow('busy');
    fails = 'nothing';
    expect(await pictures.mediaId(picture, 'any')).toBe('media-1');
  });

  it('that could not be drawn is missing, and the operator hears why without hearing about whom', async () => {
    fails = 'drawing';
    expect(await pictures.mediaId(picture, 'any')).toBeUndefined();
    expect(uploads).toBe(0);
    expect(logged.join('')).toContain('Cannot find native binding.');
    expect(logged.join('')).not.toMatch(/林晓棠|机关一支部/u);
  });
});
