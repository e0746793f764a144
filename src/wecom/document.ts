import { SaxesParser } from 'saxes';

/** One element of a parsed document. All values are text: ids of 64 bits would not survive as numbers. */
export interface XmlElement {
  readonly name: string;
  /** Its own text and CDATA sections, joined. */
  readonly text: string;
  /** In document order; the same name may come several times. */
  readonly children: readonly XmlElement[];
}

/**
 * Parses a decrypted message. Returns `undefined` when it is not well-formed, has a DOCTYPE (and so
 * could define entities; only the five predefined ones and character references are resolved), or is
 * deeper or larger than any message of WeCom (protocol §2.5 nests seven deep).
 */
export function parseDocument(xml: string): XmlElement | undefined {
  try {
    return buildTree(xml);
  } catch {
    return undefined;
  }
}

const depthLimit = 16;
const elementLimit = 10_000;

interface OpenElement {
  readonly name: string;
  text: string;
  children: OpenElement[];
}

function buildTree(xml: string): XmlElement | undefined {
  const parser = new SaxesParser({ position: false });
  const document: OpenElement = { name: '', text: '', children: [] };
  const ancestors: OpenElement[] = [];
  let current = document;
  let elements = 0;

  parser.on('doctype', () => {
    throw new Error('a message of WeCom has no DOCTYPE');
  });
  parser.on('opentag', ({ name }) => {
    elements += 1;
    if (elements > elementLimit || ancestors.length === depthLimit) throw new Error('too large');
    const element: OpenElement = { name, text: '', children: [] };
    current.children.push(element);
    ancestors.push(current);
    current = element;
  });
  parser.on('closetag', () => {
    current = ancestors.pop() ?? document;
  });
  const addText = (text: string): void => {
    current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  return document.children[0];
}
