import { randomUUID } from 'node:crypto';
import { Fault } from '../errors.ts';
import { cutBytes } from './text-length.ts';
import type { FormBody } from './transport.ts';

/** A file for `media/upload` (protocol §4.6). */
export interface MediaFile {
  readonly type: MediaType;
  /** People see it where the message is of type `file`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `image`: PNG or JPEG. */
export type MediaType = 'image' | 'file';

/**
 * The body of a `media/upload`: one part named `media`. The name goes as plain UTF-8, as WeCom's own test
 * page sends it; the form of RFC 5987, `filename*=`, gets 44001 (sbzhu/weworkapi_python issue 1). Throws a
 * Fault for a file that WeCom would refuse.
 */
export function encodeUpload(file: MediaFile): FormBody {
  checkSize(file);
  const boundary = `----${randomUUID()}`;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="media"; filename="${plainName(file.name)}"`,
    `Content-Type: ${contentType(file)}`,
    '',
    '',
  ].join('\r\n');
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** In bytes (protocol §4.6). */
const smallestMedia = 6;
export const largestMedia: Readonly<Record<MediaType, number>> = {
  image: 10 * 1024 * 1024,
  file: 20 * 1024 * 1024,
};

function checkSize({ type, bytes }: MediaFile): void {
  if (bytes.length >= smallestMedia && bytes.length <= largestMedia[type]) return;
  throw new Fault(
    `uploading a file of ${bytes.length} bytes`,
    `WeCom takes ${smallestMedia} to ${largestMedia[type]} bytes of type ${type}`,
  );
}

function contentType({ type, bytes }: MediaFile): string {
  if (type === 'file') return 'application/octet-stream';
  if (startsWith(bytes, pngStart)) return 'image/png';
  if (startsWith(bytes, jpegStart)) return 'image/jpeg';
  throw new Fault('uploading a picture', 'WeCom takes PNG and JPEG files only');
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegStart = [0xff, 0xd8, 0xff];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * Without what would end the header's value, or what no file system takes in a name; cut in front of its
 * ending to what file systems take in length.
 */
function plainName(name: string): string {
  const plain = name.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]/gu, '_');
  const ending = /\.\w{1,8}$/u.exec(plain)?.[0] ?? '';
  return cutBytes(plain.slice(0, plain.length - ending.length), longestName - ending.length) + ending;
}

/** In bytes of UTF-8. */
const longestName = 200;
