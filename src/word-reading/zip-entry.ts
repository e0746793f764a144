import { inflateRawSync } from 'node:zlib';

/**
 * The bytes of one file of a zip archive; undefined when the archive has no such file. Throws when the archive
 * is broken or the file unpacks to more than `most` bytes.
 */
export function zipEntry(archive: Uint8Array, wanted: string, most: number): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error('the table of contents is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    if (name === wanted) return unpacked(archive, view, at, most);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return undefined;
}

const endRecord = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/** 22 bytes before the end, or earlier when a comment follows it. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  throw new Error('this is no zip archive');
}

function unpacked(archive: Uint8Array, view: DataView, entry: number, most: number): Uint8Array {
  const method = view.getUint16(entry + 10, true);
  const packed = view.getUint32(entry + 20, true);
  const header = view.getUint32(entry + 42, true);
  if (view.getUint32(header, true) !== localHeader) throw new Error('a file of the archive is missing');
  // Its own header may be longer than what the table of contents repeats of it.
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const bytes = archive.subarray(start, start + packed);
  if (method === 8) return inflateRawSync(bytes, { maxOutputLength: most });
  if (method !== 0 || bytes.length > most) throw new Error('packed in a way that Word does not use');
  return bytes;
}
