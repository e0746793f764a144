/**
 * Takes the ciphertext out of a callback's body (protocol §1.5). This is all that happens to a body
 * before its signature is known to be good, so it accepts nothing but what WeCom sends: `<xml>` with
 * flat children, each holding one CDATA section or plain text, in one pass without looking back.
 * Returns `undefined` for everything else: another document, truncated, nested, with a DOCTYPE, a
 * comment, attributes or entities, or without exactly one `Encrypt`.
 */
export function readEncrypted(body: Buffer): string | undefined {
  const text = body.toString('utf8');
  let encrypted: string | undefined;
  let at = opening.exec(text)?.[0].length ?? 0;
  if (at === 0) return undefined;

  for (;;) {
    child.lastIndex = at;
    const found = child.exec(text);
    if (found === null) break;
    at = child.lastIndex;
    const [, name, section, plain] = found;
    if (name !== 'Encrypt') continue;
    if (encrypted !== undefined) return undefined;
    encrypted = section ?? plain ?? '';
  }

  closing.lastIndex = at;
  return closing.test(text) ? encrypted : undefined;
}

const opening =
  /^(?:<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")? ?\?>)?[ \t\r\n]*<xml>[ \t\r\n]*/;

// Values are base64, ids and numbers: what would need unescaping or normalising is not among them, and
// each class excludes the character that ends it, so no input makes the match go back and forth.
const child =
  // eslint-disable-next-line no-control-regex -- XML does not allow them
  /<([A-Za-z_][\w.-]*)(?:\/>|>(?:<!\[CDATA\[([^\]\0-\x08\x0b-\x1f\ufffe\uffff]*)\]\]>|([^<&\]\0-\x08\x0b-\x1f\ufffe\uffff]*))<\/\1>)[ \t\r\n]*/y;

const closing = /<\/xml>[ \t\r\n]*$/y;
