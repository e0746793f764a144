import { errorAt, type Checked } from './problem.ts';

/** Content must be UTF-8 (contract §6); a byte order mark is dropped, line ends become `\n`. */
export function decodeText(bytes: Uint8Array): Checked<string> {
  const text = decodeAs('utf-8', bytes);
  if (text === undefined) {
    return { problems: [errorAt(1, `${encodingOf(bytes)}，请用“另存为”，编码选 UTF-8。`)] };
  }
  if (text.includes('\0')) return { problems: [errorAt(1, '这不是文字文件，里面有不可见的字符。')] };
  return { value: text.replaceAll(/\r\n?/g, '\n') };
}

/** A text that Notepad or Excel saved otherwise. */
export interface OtherEncoding {
  readonly text: string;
  /** `像是 GBK（记事本里叫 ANSI）` */
  readonly said: string;
}

/** Reads what is no UTF-8 as the encodings that Windows writes; undefined when neither is believable. */
export function decodeOther(bytes: Uint8Array): OtherEncoding | undefined {
  const start = `${bytes[0]} ${bytes[1]}`;
  const wide = { '255 254': 'utf-16le', '254 255': 'utf-16be' }[start];
  const text = decodeAs(wide ?? 'gbk', bytes)?.replaceAll(/\r\n?/g, '\n');
  if (text === undefined) return undefined;
  if (wide !== undefined) return { text, said: '是 UTF-16（记事本里叫 Unicode）' };
  return isChinese(text) ? { text, said: '像是 GBK（记事本里叫 ANSI）' } : undefined;
}

function encodingOf(bytes: Uint8Array): string {
  return `文件的编码${decodeOther(bytes)?.said ?? '认不出来'}`;
}

/** The decoder makes something of nearly any bytes; only Chinese without control characters is believable. */
function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[^\P{C}\t\r\n]/u.test(text);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
