type Decoded = { readonly text: string } | { readonly wrong: string };

/**
 * Text from UTF-8 bytes, with or without BOM. Chinese Excel saves plain CSV as GBK; guessing would turn
 * names into other names, so that is refused with the way to save it as UTF-8.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const text = decodeAs('utf-8', bytes);
  // Bytes of zero are UTF-16, which “Unicode 文本” means in Excel.
  if (text !== undefined && !text.includes('\0')) return { text };

  const guess = columnNames.test(decodeAs('gbk', bytes) ?? '') ? '（看起来是 GBK）' : '';
  return { wrong: `文件不是 UTF-8 编码${guess}。${advice}` };
}

const columnNames = /编号|账号/;

const advice = '请在 Excel 或 WPS 里选“另存为”，类型选“CSV UTF-8（逗号分隔）”，再导入一次。';

function decodeAs(encoding: 'utf-8' | 'gbk', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
