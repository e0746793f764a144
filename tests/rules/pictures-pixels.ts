import { inflateSync } from 'node:zlib';

/** A PNG file, taken apart. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, each 0 to 255. */
  at(x: number, y: number): readonly [number, number, number];
}

/** Reads what the renderer writes: eight bits a pixel with a palette, or eight bits a channel. */
export function pixelsOf(png: Uint8Array): Pixels {
  const chunks = chunksOf(Buffer.from(png));
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = header.subarray(8);
  const channels = kind === undefined ? undefined : channelsOf.get(kind);
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('another kind of PNG');

  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const bytes = unfiltered(raw, width * channels, height, channels);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * channels;
      const [source, from] = channels === 1 ? [palette, 3 * (bytes[start] ?? 0)] : [bytes, start];
      return [source[from] ?? 0, source[from + 1] ?? 0, source[from + 2] ?? 0];
    },
  };
}

/** Kind of colour → bytes a pixel: red, green and blue, a palette, and red, green, blue and alpha. */
const channelsOf = new Map([
  [2, 3],
  [3, 1],
  [6, 4],
]);

/** The contents by name; of those with the same name all together. */
function chunksOf(file: Buffer): ReadonlyMap<string, Buffer> {
  if (file.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG file');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const name = file.subarray(at + 4, at + 8).toString('latin1');
    const content = file.subarray(at + 8, at + 8 + length);
    chunks.set(name, Buffer.concat([chunks.get(name) ?? Buffer.alloc(0), content]));
    at += 12 + length;
  }
  return chunks;
}

/** Each line begins with the number of the filter by which it was written (PNG specification, §9). */
function unfiltered(raw: Buffer, stride: number, height: number, back: number): Uint8Array {
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < back ? 0 : (bytes[y * stride + x - back] ?? 0);
      const up = y === 0 ? 0 : (bytes[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < back ? 0 : (bytes[(y - 1) * stride + x - back] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, nearest(left, up, corner)];
      bytes[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return bytes;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
