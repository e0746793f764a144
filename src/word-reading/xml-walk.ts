import { SaxesParser } from 'saxes';

export interface XmlVisitor {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
}

/** Goes through a document from its first to its last tag. Throws when it is no XML or defines entities. */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    visitor.open(name, (wanted) => {
      const value = attributes[wanted];
      return typeof value === 'string' ? value : undefined;
    });
  });
  parser.on('text', (text) => visitor.text(text));
  parser.on('closetag', ({ name }) => visitor.close(name));
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
}
