/** The texts of a flat document by element name. Has no prototype: the names come from outside. */
export type Fields = Readonly<Record<string, string>>;

/**
 * Reads the form nearly everything of WeCom has: `<xml>` whose children hold one CDATA section or plain
 * text each, no name twice. Much faster than a full parser, and safe on anything: one pass that expands
 * nothing, nests nothing and never goes back. Returns `undefined` for every other document, well-formed
 * or not: with attributes, entities, comments, a DOCTYPE, deeper elements, or cut off. What it accepts,
 * a full parser reads in the same way (a property test compares them).
 */
export function scanFlatDocument(text: string): Fields | undefined {
  const fields = Object.create(null) as Record<string, string>;
  let at = opening.exec(text)?.[0].length ?? text.length;

  for (;;) {
    child.lastIndex = at;
    const match = child.exec(text);
    if (match === null) break;
    at = child.lastIndex;
    const name = match[1] ?? '';
    if (fields[name] !== undefined) return undefined;
    fields[name] = match[2] ?? match[3] ?? '';
  }

  closing.lastIndex = at;
  return closing.test(text) ? fields : undefined;
}

const opening =
  /^(?:<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")? ?\?>)?[ \t\r\n]*<xml>[ \t\r\n]*/;

// Each repetition excludes the character that ends it, so that no input makes the match try twice. Values
// that would need more than cutting out, because of `]` in a section or a `\r`, are left to the full parser.
const child =
  // eslint-disable-next-line no-control-regex -- XML does not allow them
  /<([A-Za-z_][\w.-]*)(?:\/>|>(?:<!\[CDATA\[([^\]\0-\x08\x0b-\x1f\ufffe\uffff]*)\]\]>|([^<&\]\0-\x08\x0b-\x1f\ufffe\uffff]*))<\/\1>)[ \t\r\n]*/y;

const closing = /<\/xml>[ \t\r\n]*$/y;
