import type { XmlDocument, XmlElement } from './document.ts';

/** All texts of a document by the path to them, such as `EventKey` or `BatchJob/JobId`; repeated ones in order. */
export function textsByPath({ fields, nested }: XmlDocument): ReadonlyMap<string, readonly string[]> {
  const texts = new Map(Object.entries(fields).map(([name, text]) => [name, [text]]));
  const collect = ({ name, text, children }: XmlElement, parents: string): void => {
    const path = parents + name;
    for (const child of children) collect(child, `${path}/`);
    if (children.length > 0) return;
    const found = texts.get(path);
    if (found === undefined) texts.set(path, [text]);
    else found.push(text);
  };
  for (const element of nested) collect(element, '');
  return texts;
}
