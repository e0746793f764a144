import { SaxesParser } from 'saxes';

/** One element of an XML document. `text` joins its own text and CDATA; everything stays a string. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Whether all of its text, if there is any, was in CDATA sections. */
  readonly cdata: boolean;
}

interface OpenElement {
  name: string;
  children: XmlElement[];
  text: string;
  bareText: string;
}

/** Parses a whole document and returns its root; throws on anything malformed and on a DOCTYPE. */
export function parseXml(document: string): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE is not allowed');
  });
  parser.on('opentag', (tag) => {
    open.push({ name: tag.name, children: [], text: '', bareText: '' });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element === undefined) return;
    element.text += text;
    element.bareText += text;
  });
  parser.on('cdata', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    const { name, children, text, bareText } = element;
    (open.at(-1)?.children ?? roots).push({ name, children, text, cdata: bareText.trim() === '' });
  });

  parser.write(document).close();

  const [root] = roots;
  if (root === undefined) throw new Error('no root element');
  return root;
}

/** The first child of that name, if there is one. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
