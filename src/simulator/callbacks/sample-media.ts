import type { MediaType } from '../state/media-shelf.ts';

/** A picture of 8 × 6 pixels: sky over a meadow. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAALElEQVR42mM4ceMFVsRw4MozrIhhx4UnWBHDhjOPsCKGaRt6sCKGnhVNWBEAn2VqoSVJJaIAAAAASUVORK5CYII=';

/** The smallest bytes that are a file of that type as WeCom accepts it (protocol §4.6). */
export function sampleMedia(type: MediaType): Buffer {
  switch (type) {
    case 'image':
      return Buffer.from(PICTURE, 'base64');
    case 'voice':
      return Buffer.from('#!AMR\n\u{4}silence', 'latin1');
    case 'video':
      return Buffer.from('\0\0\0\u{18}ftypmp42', 'latin1');
    case 'file':
      return Buffer.from('这是一份示例文件。\n', 'utf8');
  }
}
