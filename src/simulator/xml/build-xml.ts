/** An element with text in CDATA, as WeCom writes nearly all of them. */
export function cdata(name: string, text: string): string {
  return `<${name}><![CDATA[${safeText(text)}]]></${name}>`;
}

/** An element with a bare number, or with digits too long for one (MsgId). */
export function bare(name: string, value: number | string): string {
  return `<${name}>${value}</${name}>`;
}

/** An element around others. */
export function group(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

/** Drops what XML 1.0 cannot carry and splits the end of a CDATA section (protocol §3). */
function safeText(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Control}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu, '')
    .replaceAll(']]>', ']]]]><![CDATA[>');
}
