import { inflateRawSync } from 'node:zlib';

/** What one reads in a Word file, a line for each paragraph; cells of a table are paragraphs too. */
export function wordText(bytes: Uint8Array): readonly string[] {
  const xml = entryOf(Buffer.from(bytes), 'word/document.xml');
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gsu)]
      .map(([, text = '']) => unescaped(text))
      .join(''),
  );
}

/** One file of a zip archive, by its central directory (APPNOTE.TXT, 4.3.12). */
function entryOf(archive: Buffer, wanted: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const [packed, local] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const content = archive.subarray(start, start + packed);
      return (archive.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8');
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`the archive holds no ${wanted}`);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
