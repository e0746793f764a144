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

function encodingOf(bytes: Uint8Array): string {
  const start = `${bytes[0]} ${bytes[1]}`;
  if (start === '255 254' || start === '254 255') return '文件的编码是 UTF-16（记事本里叫 Unicode）';
  if (isChinese(decodeAs('gbk', bytes))) return '文件的编码像是 GBK（记事本里叫 ANSI）';
  return '文件的编码认不出来';
}

/** The decoder makes something of nearly any bytes; only Chinese without control characters is believable. */
function isChinese(text: string | undefined): boolean {
  return text !== undefined && /\p{Script=Han}/u.test(text) && !/[^\P{C}\t\r\n]/u.test(text);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
