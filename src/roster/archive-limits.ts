import { Refusal } from '../errors.ts';

/**
 * Looks at a zip archive's table of contents before anything is unpacked: a workbook of 400 KB can
 * unpack to 400 MB (dependencies §4). The reader itself stops when an entry unpacks to more than the
 * table of contents says; what these limits let through is parsed within a few seconds. Throws a
 * Refusal for what no roster needs.
 */
export function checkArchive(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) throw new Refusal(notWhole);

  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  // All ones announce zip64, which only archives far beyond these limits need.
  if (count > mostEntries || at === 0xffffffff) throw new Refusal(tooLarge);

  let total = 0;
  for (const { packed, unpacked } of entries(view, at, count)) {
    total += unpacked;
    if (unpacked > largestEntry || total > largestTotal) throw new Refusal(tooLarge);
    if (unpacked > smallEntry && unpacked / packed > largestRatio) throw new Refusal(tooLarge);
  }
}

const megabyte = 1024 * 1024;
/** Limits from dependencies §4; 10,000 people unpack to about 5 MB at a ratio of 10. */
const largestTotal = 64 * megabyte;
const largestEntry = 32 * megabyte;
const largestRatio = 200;
/** An entry this small does no harm, however well it is packed. */
const smallEntry = megabyte;
/** A workbook of two sheets has about ten. */
const mostEntries = 1000;

const notWhole =
  '这个文件不完整，或者不是 Excel 文件（.xlsx）。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。';
const tooLarge =
  '这个文件展开后太大，不像名册，没有导入。请把组织、人员两张表复制到一个新的 Excel 文件里再导入。';

/** Where the end record begins: 22 bytes before the end, or earlier when a comment follows it. */
function endOfDirectory(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

interface Entry {
  readonly packed: number;
  readonly unpacked: number;
}

function* entries(view: DataView, start: number, count: number): Generator<Entry> {
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new Refusal(notWhole);
    yield { packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true) };
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
