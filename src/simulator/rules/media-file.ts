import type { MediaType } from '../state/media-shelf.ts';
import { refuse } from './api-refusal.ts';

const MEBIBYTE = 1024 * 1024;
/** Every file must be larger than this (protocol §4.6). */
const TOO_SMALL = 5;

const LARGEST: Readonly<Record<MediaType, number>> = {
  image: 10 * MEBIBYTE,
  voice: 2 * MEBIBYTE,
  video: 10 * MEBIBYTE,
  file: 20 * MEBIBYTE,
};

/** Refuses bytes that are not a file of that type within the limits of protocol §4.6. */
export function checkMediaFile(type: MediaType, bytes: Buffer): void {
  if (bytes.length <= TOO_SMALL) refuse(44001, 'empty media data');
  if (bytes.length > LARGEST[type]) refuse(45001, 'media size out of limit');
  if (!looksLike(type, bytes))
    refuse(type === 'voice' ? 301017 : 40005, `this is not a file of type ${type}`);
}

/** JPEG or PNG, what WeCom takes as a picture. */
export function isPicture(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 3).toString('hex') === 'ffd8ff' || bytes.subarray(1, 4).toString('latin1') === 'PNG'
  );
}

function looksLike(type: MediaType, bytes: Buffer): boolean {
  switch (type) {
    case 'image':
      return isPicture(bytes);
    case 'voice':
      return bytes.subarray(0, 5).toString('latin1') === '#!AMR';
    case 'video':
      return bytes.subarray(4, 8).toString('latin1') === 'ftyp';
    case 'file':
      return true;
  }
}
