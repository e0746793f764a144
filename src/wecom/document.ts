import { SaxesParser } from 'saxes';
import { scanFlatDocument, type Fields } from './flat-document.ts';

/** A decrypted message. All values are text: ids of 64 bits would not survive as numbers. */
export interface XmlDocument {
  /** The texts of the root's children that hold no elements; the first one where a name repeats. */
  readonly fields: Fields;
  /** The root's children that do hold elements. */
  readonly nested: readonly XmlElement[];
}

export interface XmlElement {
  readonly name: string;
  /** Its own text and CDATA sections, joined. */
  readonly text: string;
  /** In document order; a name may come several times. */
  readonly children: readonly XmlElement[];
}

/**
 * Parses a decrypted message. Returns `undefined` when it is not well-formed, has a DOCTYPE (and so
 * could define entities; only the five predefined ones and character references are resolved), or is
 * deeper or larger than any message of WeCom (protocol §2.5 nests seven deep).
 */
export function parseDocument(xml: string): XmlDocument | undefined {
  const fields = scanFlatDocument(xml);
  if (fields !== undefined) return { fields, nested: [] };
  try {
    const root = buildTree(xml);
    return { fields: leafTexts(root), nested: root.children.filter(({ children }) => children.length > 0) };
  } catch {
    return undefined;
  }
}

const depthLimit = 16;
const elementLimit = 10_000;

interface OpenElement {
  readonly name: string;
  text: string;
  readonly children: OpenElement[];
}

/** Throws on everything that makes a document unacceptable. */
function buildTree(xml: string): XmlElement {
  const parser = new SaxesParser({ position: false });
  const document: OpenElement = { name: '', text: '', children: [] };
  const path = [document];
  let elements = 0;

  const addText = (text: string): void => {
    const element = path.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE');
  });
  parser.on('opentag', ({ name }) => {
    elements += 1;
    if (path.length > depthLimit || elements > elementLimit) throw new Error('too deep or too large');
    const element: OpenElement = { name, text: '', children: [] };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(xml).close();

  const [root] = document.children;
  if (root === undefined) throw new Error('no root');
  return root;
}

function leafTexts({ children }: XmlElement): Fields {
  const texts = Object.create(null) as Record<string, string>;
  for (const child of children) {
    if (child.children.length === 0) texts[child.name] ??= child.text;
  }
  return texts;
}
